/** The title of a choice that comes from data. */

/** Clients differ in whether they read markdown in a choice, so its marks are left out and not escaped. */
const MARKDOWN = /[[\]*_`<>~#${}\\]+/g;

export function choiceTitle(text: string): string {
  return text.replace(MARKDOWN, ' ');
}

/** Words that belong to no single feature. */

export const STOPPED = {
  title: 'Stopped',
  text: 'Nothing was saved. You can ask me something else.',
  buttons: [{ title: 'Menu', say: 'menu' }],
};

/** Said when something broke. The reference is in the log. */
export function calmWords(reference: string): string {
  return `Sorry, something went wrong and I could not answer. Please try again. If it keeps happening, give your IT team this reference: ${reference}.`;
}

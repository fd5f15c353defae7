/** "I want to speak to a person" asks nothing yet; who writes more than that has mostly told what it is about. */

const SHORTEST = 80;

/** @returns the message when it tells something, or empty text. */
export function questionIn(message: string): string {
  const text = message.trim();
  return text.length >= SHORTEST ? text : '';
}

/** Names are searched for without capitals and punctuation: "St Mary's" and "st marys" are the same. */

/** Dropped, so that "Mary's" becomes "marys". */
const DROPPED = `'’‘`;
/** Become a space. */
const SPACED = '.,-()&/"';

/** Makes a name in SQL what `nameKey` makes it here, but for double spaces. */
export const NAME_KEY_SQL = `translate(lower(name), '${SPACED}${DROPPED.replace("'", "''")}', '${' '.repeat(SPACED.length)}')`;

export function nameKey(name: string): string {
  const letters = name.toLowerCase().split('');
  return letters
    .filter((letter) => !DROPPED.includes(letter))
    .map((letter) => (SPACED.includes(letter) ? ' ' : letter))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

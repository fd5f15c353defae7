/** Turns a message into what the model counts: words, pairs of words, and pieces of words that survive misspelling. */

const LONGEST_MESSAGE = 2000;
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

/** Lower case, one kind of apostrophe and space, no punctuation, nothing invisible. */
export function wordsOf(message: string): string[] {
  return message
    .slice(0, LONGEST_MESSAGE)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/['’‘`]/g, '')
    .replace(/(\p{Extended_Pictographic})/gu, ' $1 ')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
}

/**
 * Calls `add` for every feature of the message, as often as it occurs.
 * Names begin with their family: `w` a word, `p` a pair, `c` a piece of a word.
 */
export function eachFeature(words: readonly string[], add: (family: Family, name: string) => void): void {
  let before = '^';
  for (const word of words) {
    add(WORD, `w${word}`);
    add(WORD, `p${before} ${word}`);
    before = word;
    const padded = ` ${word} `;
    for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (let start = 0; start + length <= padded.length; start++) {
        add(PIECE, `c${padded.slice(start, start + length)}`);
      }
    }
  }
  if (words.length > 0) add(WORD, `p${before} $`);
}

/** Words and pairs are weighed apart from pieces, so that the many pieces do not drown them. */
export type Family = 0 | 1;
export const WORD: Family = 0;
export const PIECE: Family = 1;
export const FAMILIES = 2;

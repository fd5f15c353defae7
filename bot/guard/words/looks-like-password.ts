/** Tells "Sunflower-Bus-77" from a word by its look alone. */
import { isEveryday } from './everyday-words.ts';
import { isHarmless, isPublishedExample } from './harmless-shapes.ts';

/** The start of an endless word tells as much as all of it. */
const ENOUGH = 100;

/**
 * `strong`: hardly anything else looks like this. `weak`: a user name or a reference may look like this too, so it
 * takes a cue beside it.
 */
export type Likeness = 'no' | 'weak' | 'strong';

/** @param published true where the deck's own examples count as well, because the person says they use them. */
export function looksLikePassword(word: string, published = false): Likeness {
  const token = word.slice(0, ENOUGH);
  if (token.length < 5 || isHarmless(token)) return 'no';
  if (isPublishedExample(token)) return published ? 'strong' : 'no';
  const letter = /\p{L}/u.test(token);
  const digit = /\d/.test(token);
  const symbol = /[^\s][!@#$%^&*£€_+=?~|\\<>{}][^\s]/.test(token) || (digit && /[!#$%^&*£€]$/.test(token));
  const mixedCase = /\p{Lu}/u.test(token) && /\p{Ll}/u.test(token);
  if (letter && digit) {
    return token.length >= 8 && (mixedCase || (symbol && /[^\w]/.test(token))) ? 'strong' : 'weak';
  }
  if (letter && symbol) return token.length >= 10 && mixedCase && /[^\w]/.test(token) ? 'strong' : 'weak';
  return joinedWords(token);
}

/** "Carrot-Hat-Window", but not "face-to-face" and not "Smith-Jones". */
function joinedWords(token: string): Likeness {
  const words = token.split(/[-._]/);
  if (words.length < 3 || words.some((word) => !/^\p{L}{2,20}$/u.test(word))) return 'no';
  return words.filter(isEveryday).length <= words.length / 3 ? 'weak' : 'no';
}

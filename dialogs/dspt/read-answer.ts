/** Reads yes, no or not sure from a button's value or from words. */
import type { AnswerId } from './check.ts';

const YES =
  /^(yes|yeah|yep|yup|ye|y|we (did|have|do)|(yes )?(all|every one) of (them|it)|all done|done|of course|definitely|correct|ok|okay)\b/;
const NO =
  /^(no|nope|nah|n|not yet|not all|some|we (did not|didn'?t|have not|haven'?t|don'?t)|only (some|a few))\b/;
const UNSURE =
  /^(unsure|(i'?m |i am |we'?re )?not sure|(i )?(don'?t|do not|dunno) know|dunno|no idea|maybe|perhaps|possibly|i think( so)?|idk)\b/;
/** A longer message is more likely a question of its own. */
const LONGEST = 60;

/** @returns undefined when the words answer nothing. */
export function readAnswer(words: string): AnswerId | undefined {
  const text = words.trim().toLowerCase().replace(/[’‘]/g, "'");
  if (text.length > LONGEST || text.endsWith('?')) return undefined;
  if (UNSURE.test(text)) return 'unsure';
  if (NO.test(text)) return 'no';
  return YES.test(text) ? 'yes' : undefined;
}

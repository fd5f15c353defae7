/** What a person was offered to press, and the words with which they choose it: "the second one", "option 2", "no 3". */
import type { CardAction } from './turn.ts';

/** A button or a row of the card that was shown last. */
export interface Option {
  title: string;
  action: CardAction;
}

/** Longer messages are no choice. */
const LONGEST = 120;
const PLACES: readonly (readonly string[])[] = [
  ['first', '1st', 'one', '1', 'a', 'top'],
  ['second', '2nd', 'two', '2', 'b'],
  ['third', '3rd', 'three', '3', 'c'],
  ['fourth', '4th', 'four', '4', 'd', 'forth'],
  ['fifth', '5th', 'five', '5', 'e'],
  ['sixth', '6th', 'six', '6', 'f'],
  ['seventh', '7th', 'seven', '7'],
  ['eighth', '8th', 'eight', '8'],
  ['ninth', '9th', 'nine', '9'],
  ['tenth', '10th', 'ten', '10'],
];
const LAST = ['last', 'bottom', 'final'];
const BEFORE =
  "(?:(?:please|pls|ok|yes|yeah|yep|i think|probably|maybe|it'?s|its|it is|that'?s|go (?:for|with)|i'?ll (?:take|have|go (?:for|with))|i (?:want|choose|pick|meant?|mean)|choose|pick|select|press|tap|click|open|show me|give me|um|erm|er|oh) +)*";
const AFTER = '(?: +(?:please|pls|thanks|thank you|ta|then|i think|tbh|for me))*';
const NAMED = new RegExp(
  `^${BEFORE}(?:(?:the )?(?:option|number|no\\.?|num|answer|choice|button|item|line|row|#) ?)(\\w+)${AFTER}$`,
);
const PLACED = new RegExp(
  `^${BEFORE}the (\\w+)(?: (?:one|option|choice|answer|button|line|item|thing))?${AFTER}$`,
);
const ONE_OF = new RegExp(`^${BEFORE}(\\w+) (?:one|option|choice|answer|button)${AFTER}$`);
const NUMBER = /^#?(\d{1,2})[.)]?$/;

/** @returns undefined when the words choose nothing, or more than one thing. */
export function chosen(message: string, options: readonly Option[]): Option | undefined {
  const text = plain(message);
  if (text === '' || text.length > LONGEST || options.length === 0) return undefined;
  const place =
    NUMBER.exec(text)?.[1] ?? NAMED.exec(text)?.[1] ?? PLACED.exec(text)?.[1] ?? ONE_OF.exec(text)?.[1];
  if (place !== undefined) {
    if (LAST.includes(place)) return options.at(-1);
    const at = PLACES.findIndex((words) => words.includes(place));
    if (at >= 0) return options[at];
  }
  const named = options.filter(({ title }) => plain(title) === text);
  return named.length === 1 ? named[0] : undefined;
}

/** As it is said, without case and marks. */
function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}'#.) ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!?) ]+$/, '')
    .trim();
}

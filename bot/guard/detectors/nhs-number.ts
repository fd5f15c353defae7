/** NHS numbers: 10 digits of which the last one checks the others (NHS Data Dictionary, modulus 11). */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { isOtherNumber } from '../words/other-numbers.ts';
import { examples } from './nhs-number.examples.ts';

const TEN = bounded('(?<![\\d+£#])(?<!\\d[ .-])(\\d{3})([ .-]?)(\\d{3})\\2(\\d{4})(?![\\d]|[ .-]\\d{2})');
const CALLED = bounded(
  "(?<![\\w])(?:nhs|n\\.h\\.s\\.?|chi|h&c)(?:['’]?s)? ?-?(?:numbers?|nos?|num|nr|nmbr|numb|#|id)\\.?(?: (?:is|was|are|for|of|the|a|my|his|her|their|this|patient|pt|it|it's|its|looks|like|mr|mrs|ms|miss|\\p{L}{2,15}))?(?: (?:is|was|are|\\p{L}{2,15}))? ?[:=(-]{0,2} ?(\\d(?:[ .-]?\\d){7,10})(?![\\d])",
  'giu',
);
const CALLED_AFTER = bounded(
  '(?<![\\d])(\\d(?:[ .-]?\\d){8,9})["\')]? ?(?:\\(|,|-|is|was|as|=){0,2} ?(?:(?:the|a|an|his|her|their|my|patients?|correct|right|valid|real) ){0,3}nhs ?(?:number|no|num)(?!\\w)',
);
export const nhsNumber: Detector = {
  kind: 'nhs-number',
  title: 'An NHS number with its check digit, or 10 digits that the person calls an NHS number',
  find(text) {
    const found: Span[] = [];
    for (const match of text.matchAll(TEN)) {
      const digits = `${match[1]}${match[3]}${match[4]}`;
      const before = text.slice(Math.max(0, match.index - 45), match.index);
      if (/[A-Za-z]$/.test(before) || isOtherNumber(before) || digits.startsWith('0')) continue;
      if (checkDigitIsRight(digits)) found.push({ start: match.index, end: match.index + match[0].length });
    }
    for (const match of text.matchAll(CALLED)) {
      const end = match.index + match[0].length;
      found.push({ start: end - (match[1] ?? '').length, end });
    }
    for (const match of text.matchAll(CALLED_AFTER)) {
      found.push({ start: match.index, end: match.index + (match[1] ?? '').length });
    }
    return found;
  },
  examples,
};

/** Weights 10 down to 2; a remainder that asks for the digit 10 is never given out. */
export function checkDigitIsRight(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]) && !/^(\d)\1{9}$/.test(digits);
}

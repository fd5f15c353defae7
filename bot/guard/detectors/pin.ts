/** "My PIN is 4821": 4 to 8 digits that the person calls a PIN, or the code of a door or a phone. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { isOtherNumber } from '../words/other-numbers.ts';
import { examples } from './pin.examples.ts';

const DIGITS = '(?<![\\dA-Za-z.])(?<!\\d[ -])(\\d(?:[ -]?\\d){3,7})(?![\\d]|[./-]\\d)';
const PIN =
  '(?:pins?|pin ?-?(?:number|no|code)s?|p\\.i\\.n\\.?|passcodes?|pass code|(?:door|keypad|gate|entry|alarm|safe|unlock|screen lock)(?: pin)? codes?)';
const UNIT =
  '(?! ?(?:digit|number|char|message|chat|post|file|attempt|tries|times|day|people|staff|new|old|channel|item|agenda)s?(?!\\w))';
const NAMED = bounded(
  `(?<![\\w])${PIN}(?:'?s)?(?:[ ,]{0,2}(?:for|on|to|of|my|the|card|smartcard|smart|phone|ipad|laptop|they|he|she|it|ive|i|me|gave|was|is|are|has|been|set|now|changed|still|just|from|used|be|as|isnt working|not working|wont work|doesnt work|help)(?!\\w)){0,8} ?[?:=.,(-]{0,2} ?["']?${DIGITS}${UNIT}`,
);
const LIST = bounded(
  `^["']?(?:,| and| or| then| to| now(?: its| it's)?| &|,? (?:not|new one(?: is)?|i changed it to)) ?(?:to |then )?${DIGITS}${UNIT}`,
  'i',
);
/** Any 4 to 6 digits in a message about somebody's PIN, when nothing calls them something else. */
const ANY = bounded(`(?<![\\w.+/£-])(?<!\\d[ -])(\\d{4,6})(?![\\w/-]|[.: ]\\d)${UNIT}`);
const OWN_PIN = bounded('(?<![\\w])(?:my|her|his|their|smart ?card|card|the) pins?(?![\\w])', 'i');
const BEFORE = bounded(
  `${DIGITS} ?(?:\\(|,|-|is|was|as|for|ok|okay|good|=| my| ){1,4} ?(?:also )?(?:my|the|her|his|our)? ?(?:\\w{2,12} ){0,2}${PIN}(?![\\w])`,
);

export const pin: Detector = {
  kind: 'pin',
  title: 'A PIN of 4 to 8 digits',
  find(text) {
    const found: Span[] = [];
    for (const match of text.matchAll(NAMED)) {
      let [end, digits = ''] = [match.index + match[0].length, match[1]];
      // "pin 2025 agenda" asks to pin something: a year counts only after "is" or a colon.
      if (/^(?:19|20)\d\d$/.test(digits) && /^pin \d/i.test(match[0]) && /^ [a-z]/i.test(text.slice(end)))
        continue;
      found.push({ start: end - digits.length, end });
      for (
        let next = LIST.exec(text.slice(end, end + 40));
        next;
        next = LIST.exec(text.slice(end, end + 40))
      ) {
        digits = next[1] ?? '';
        end += next[0].length;
        found.push({ start: end - digits.length, end });
      }
    }
    for (const match of text.matchAll(BEFORE)) {
      found.push({ start: match.index, end: match.index + (match[1] ?? '').length });
    }
    if (!OWN_PIN.test(text)) return found;
    for (const match of text.matchAll(ANY)) {
      if (
        /^(?:19|20)\d\d$/.test(match[0]) ||
        isOtherNumber(text.slice(Math.max(0, match.index - 45), match.index))
      )
        continue;
      found.push({ start: match.index, end: match.index + match[0].length });
    }
    return found;
  },
  examples,
};

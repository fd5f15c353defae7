/** "Got 483920 on my phone", or six digits and nothing else: a one-time code that nobody calls a code. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { isOtherNumber } from '../words/other-numbers.ts';
import { examples } from './code-arrived.examples.ts';

const SIX = '(?<![\\w.+/£-])(?<!\\d[ -])(\\d{3}[ -]?\\d{3}|\\d{2} \\d{2} \\d{2})(?![\\w£%/-]|[.: ]\\d)';
const LEAD =
  "(?:(?:hi|hello|ok|it'?s|it is|it said|it says|this|here(?: it is| you go)?|i got|got|just got|number|the number is)[ ,:-]{1,2}){0,2}";
const FOLLOW =
  "(?:[ ,]{1,2}(?:please|pls|help|not working|(?:doesnt|doesn't|wont|won't) work|what now|is it)){0,2}";
const ALONE = bounded(`^ ?${LEAD}["'(]?${SIX}["')]?${FOLLOW}[ .?!]{0,3}$`);
const DEVICE =
  "(?:(?:my|the|her|his|our|their|a) )(?:work |personal |own |other |old |new |nhs )?(?:phone|mobile|mob|iphone|android|handset|smart ?phone|smart ?watch|watch|ipad|tablet|texts?|app|authenticator)(?:'?s)?(?!\\w)";
const CAME =
  '(?:came|come|comes|coming|popped|pops|popping|flashed|appeared|appears|showed|shown|shows|showing|sent|arrived|texted|pinged|buzzed|displayed|displays)(?: (?:through|up|in|over|just now|now|again)){0,2}';
const PATTERNS = [
  bounded(
    `(?<![\\w])(?:got|get|getting|gotten|had|have|received|recieved|see|saw|seeing|seen)(?: (?:this|the|a|an|just|number|numbers|code|me|sent|through|only|it)){0,3}:? ${SIX}(?: (?:just|now|again|has|have|${CAME})){0,3} (?:on|to|by|via|in|from|through) (?:text(?!\\w)|${DEVICE})`,
  ),
  bounded(
    `${SIX}(?: (?:just|has|have|keeps|is|was)){0,2} ${CAME} (?:on|to|by|via|in|from) (?:text(?!\\w)|${DEVICE})`,
  ),
  bounded(
    `(?:^|\\n|[.,;!?] |(?<![\\w])(?:number|just|and|then|so|a) )${SIX}(?: (?:just|has|have)){0,2} (?:came|come|comes|popped|pops|flashed|pinged) (?:through|up)(?!\\w)`,
  ),
  bounded(
    `(?<![\\w])${DEVICE}(?: (?:just|now|is|has|it|keeps|only|screen)){0,3} (?:says?|said|saying|shows?|showed|showing|got|has|displays?|displaying|flashed|flashing|gave|gives|reads?|came up with|comes up with|buzzed with)(?: (?:me|up|just|only|the|number|this|a)){0,3}:? ["']?${SIX}`,
  ),
];

export const codeArrived: Detector = {
  kind: 'code',
  title: 'Six digits alone, or that came up on a phone',
  find(text) {
    const found: Span[] = [];
    for (const pattern of [ALONE, ...PATTERNS]) {
      for (const match of text.matchAll(pattern)) {
        const digits = match[1] ?? '';
        const start = match.index + match[0].indexOf(digits);
        if (isOtherNumber(text.slice(Math.max(0, start - 45), start)) || isDate(digits)) continue;
        found.push({ start, end: start + digits.length });
      }
    }
    return found;
  },
  examples,
};

/** 120326 or 202603. A code is one of these about once in 300 times. */
function isDate(written: string): boolean {
  const digits = written.replace(/[ -]/g, '');
  return /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])2\d$|^20[23]\d(?:0[1-9]|1[0-2])$/.test(digits);
}

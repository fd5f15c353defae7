/** "The code it texted me is 482913": a one-time code that lets somebody in for a minute. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { isOtherNumber } from '../words/other-numbers.ts';
import { examples } from './sign-in-code.examples.ts';

const DIGITS = '(?<![\\dA-Za-z.+])(?<!\\d[ -])((?:[A-Z]-)?\\d(?:[ -]?\\d){3,7})(?![\\d]|[./:-]\\d)';
const OTHER_CODES =
  '(?<!(?:error|err|post|ods|org|organisation|organization|practice|cost|discount|status|area|dialling|sort|site|country|zip|stop|exit|product|colour|color|qr|clinic|source|voucher|centre|budget|job|department|ward|gp|location|read|snomed|icd|bar|hex|promo|conference|tax|charge|dispatch|fault|reason|event|stock|course|dress|door|gate|keypad|entry|alarm) ?)';
const CODE = `(?:(?:verification|security|authenticat(?:ion|or)|access|login|log[- ]?in|sign[- ]?in|one[- ]time|mfa|2fa|sms|text|texted|auth|temp|6[- ]digit|six[- ]digit) (?:code|codes|number|passcode|pin|token|passwords?)|${OTHER_CODES}(?<![\\w])codes?|(?<![\\w])(?:otp|totp|one[- ]time (?:code|passcode|password)|temporary access pass))`;
const BETWEEN =
  '(?:[ ,]{1,2}(?!error|number|room|ref|ticket|ring|call|phone|ward|date|year|since|windows|office|more|over|about|after|before)[^\\s\\d:=.?!]{1,15}){0,8}?';
const NAMED = bounded(
  `${CODE}${BETWEEN}(?: (?:is|was|were|says|being|as|of|saying|said))? ?[:=.(?-]{0,2} ?["']?${DIGITS}`,
);
const SAID = bounded(
  `(?<![\\w])(?:authenticator|auth app|mfa|2fa|sms|texts?|texted|messaged|app|microsoft)(?: (?:app|me|it|my|the|us|her|him|this|a|message|code|number|phone|with|just|keeps|now|is|came|through|to|on|phone)(?!\\w)){0,4}? ?(?:says?|said|shows?|showing|showed|displays?|gives?|gave|giving|sent|saying|reads?|is|was|:|sends?)?(?: (?:me|us|the|number|code|a|it|this|only|just)(?!\\w)){0,4}? ?:? ?["']?${DIGITS}`,
);
const SENT = bounded(
  `(?<![\\w])(?:texted|sent|messaged|texting|sending|text|read out|read them|gave them|gave him|gave her|told them|told him|told her|typed|typed in|put in|entered|use)(?: (?:me|my|phone|it|the|out|code|number|to|us|her|him|them)(?!\\w)){0,4} ["']?${DIGITS}`,
);
const SHOWN_BEFORE = bounded(
  `${DIGITS}["')]? (?:is|was)? ?(?:what|the one) (?:it|the|my|they|microsoft|authenticator)(?!\\w)`,
);
/** Six digits in a message about one-time codes, when nothing calls them something else. */
const SIX = bounded('(?<![\\w.+/-])(?<!\\d[ -])(\\d{3}[ -]?\\d{3})(?![\\w/-]|[. ]\\d)');
const ONE_TIME = bounded(
  '(?<![\\w])(?:verification|authenticat(?:or|ion)|otp|mfa|2fa|one[- ]time|sms|texted me|by text|text message|(?:the|my|a|this) codes?)(?![\\w])',
  'i',
);
const OTHER_CODE = bounded(
  '(?<![\\w])(?:error|ods|org\\w{0,12}|practice|cost|discount|postcode|status|aadsts\\w{0,12}|sort|site) ?codes?(?![\\w])|error',
  'i',
);
const BEFORE = bounded(
  `${DIGITS}["')]? ?(?:,|-|is|was|as|=|\\(| ){0,3}(?:(?:the|my|a|an|what|for|his|her|your|microsoft|it|nhsmail|account) ){0,4}?${CODE}`,
);
const FAULTS = bounded('(?<![\\w])(?:error|aadsts|fault|fails with|exit)(?![a-z])[^.?!]{0,30}$', 'i');
const CODES = bounded(
  '(?<![\\w])(?:codes?|otp|authenticator|mfa|2fa|verif\\w{1,12}|passcodes?|one[- ]time|texted|sms|by text|text message)(?!\\w)',
  'i',
);

export const signInCode: Detector = {
  kind: 'code',
  title: 'A code from a text message or an authenticator app',
  find(text) {
    const found: Span[] = [];
    const take = (match: RegExpExecArray, atEnd: boolean): void => {
      const digits = match[1] ?? '';
      const start = atEnd ? match.index + match[0].length - digits.length : match.index;
      if (isCode(text, start, digits)) found.push({ start, end: start + digits.length });
    };
    for (const match of text.matchAll(NAMED)) take(match, true);
    for (const match of text.matchAll(SAID)) take(match, true);
    if (CODES.test(text)) for (const match of text.matchAll(SENT)) take(match, true);
    for (const match of text.matchAll(BEFORE)) take(match, false);
    if (!CODES.test(text)) return found;
    for (const match of text.matchAll(SHOWN_BEFORE)) take(match, false);
    if (ONE_TIME.test(text) && !OTHER_CODE.test(text)) {
      for (const match of text.matchAll(SIX))
        if (!isOtherNumber(text.slice(Math.max(0, match.index - 45), match.index))) take(match, true);
    }
    return found;
  },
  examples,
};

/** Not the number of a fault, a year, a telephone or an amount of something. */
function isCode(text: string, start: number, digits: string): boolean {
  const before = text.slice(Math.max(0, start - 45), start);
  const after = text.slice(start + digits.length, start + digits.length + 14);
  if (FAULTS.test(before) || /^0\d{3,4}[ -]/.test(digits) || /[£$#]$/.test(before)) return false;
  if (
    /^ ?\d|^ ?(?:digits?|days?|chars?|characters?|times|people|users|staff|minutes?|secs?|seconds?|hours?|%)\b/i.test(
      after,
    )
  )
    return false;
  const year = /^(?:19|20)\d\d$/.test(digits);
  return !year || /(?:code|otp|passcode)s?(?: (?:is|was))? ?[:=]? ?$/i.test(before);
}

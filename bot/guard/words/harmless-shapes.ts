/** Letters and digits that look like a password and are not: addresses, tickets, telephones, rooms, products. */

const WORDS_WITH_NUMBERS = `windows|win|office|outlook|ios|iphone|ipad|macos|android|galaxy|pixel|surface|samsung|nokia|
  version|ver|v|room|ward|bay|bed|floor|band|level|step|stage|tier|part|page|section|clause|slide|table|row|line|
  covid|teams|edge|chrome|server|nhsmail|office365|microsoft|m|o|e|f|n|s|a|b|mp|usb|form|option|question|day|week|
  unit|block|building|suite|desk|ext|extension|phase|appendix|standard|assertion|q|h|pc|laptop|desktop`;
const TICKETS = `inc|req|ritm|ref|reference|chg|chng|task|sctask|sr|cs|case|ticket|prb|prob|hd|wo|kb|cve|aadsts|err|
  error|event|incident|call|job|order|po|invoice|inv|id|no|nr|num|e|p|s|t|c|f`;
const oneOf = (words: string): string => words.replace(/\s/g, '');

const SHAPES: readonly RegExp[] = [
  /^\[[a-z ]{1,20}\]$/i,
  /^[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/,
  /^@\w{1,40}$/,
  /^(?:https?:|www\.|mailto:|tel:|\\\\)/i,
  /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:uk|com|net|org|nhs|info|gov|io)(?:[/:?#]\S{0,1000})?$/i,
  /\.(?:docx?|xlsx?|csv|pdf|pptx?|txt|rtf|jpe?g|png|gif|zip|msg|eml|exe|ics|vcf|json|xml|html?|ya?ml|log|pst)$/i,
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/,
  /^\d{1,2}(?:st|nd|rd|th)?[-/. ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}[-/. ]?\d{0,4}$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/]\d{2,4}$/i,
  /^\d{1,2}[:.]?\d{0,2}(?:[:.]\d{2})?(?:am|pm)$/i,
  /^\d{1,4}-?(?:st|nd|rd|th|x|k|gb|mb|mins?|minutes?|hrs?|hours?|days?|weeks?|wks?|months?|mths?|yrs?|years?|chars?|characters?|digits?|letters?|words?|times?|steps?|fa|factor|g|p|m|s|d|ish|er)$/i,
  /^[£$€]?\d{1,12}(?:[.,]\d{1,6}){0,4}%?[a-z]?$/i,
  /^\+?\(?\d[\d()-]{2,20}$/,
  /^0x[0-9a-f]{2,16}$/i,
  new RegExp(`^(?:${oneOf(TICKETS)})[-_#:.]?\\d{2,12}(?:[-/.]\\d{1,8}){0,3}$`, 'i'),
  new RegExp(
    `^(?:${oneOf(WORDS_WITH_NUMBERS)})[-_.]?\\d{1,4}[a-z]{0,2}(?:pro|max|plus|ultra|mini|se)?$`,
    'i',
  ),
  /^[A-Z]\d{5}$|^[A-Z]{2}\d{3}$|^[A-Z]{3}\d{2}$|^V[A-Z0-9]{4}$|^[RQ][A-Z0-9]{2}(?:[A-Z0-9]{2})?$|^8[A-Z0-9]{4}$/,
  /^[A-Z]{1,2}\d[A-Z\d]?(?:\d[A-Z]{2})?$/i,
  /^[A-Z]{2,6}[-_][A-Z0-9]{3,15}$/,
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i,
  /^[0-9a-f]{16,64}$/,
  /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(?:Z|[+-]\d{2}:?\d{2})?$/,
  /^(?:a|8|19|28|29):\S{20,300}$/,
  /^[a-z]{2,20}(?:\/[a-z\d.-]{1,60}){1,4}$/,
  /^[a-z]{1,3}&[a-z]{1,3}$/i,
  /^\d{1,2}[/-]\d{1,2}$/,
  /^(?:365|o365|m365|w10|w11|mp4|mp3|h264|3g|4g|5g|2fa|mfa2?|web2|1password|catch22|k9|b2b|b2c|p2p|s3|ec2|sha256|utf8|utf-8|base64)s?$/i,
];

/** Links are long; nothing else in the list is. */
const LONGEST_SHAPE = 1000;

/** @param token one word, without the punctuation after it. */
export function isHarmless(token: string): boolean {
  return token.length <= LONGEST_SHAPE && SHAPES.some((shape) => shape.test(token));
}

/** The deck's update-password page prints these two itself, as passwords that are refused. */
export function isPublishedExample(token: string): boolean {
  return /^(?:password123|winter2018)$/i.test(token);
}

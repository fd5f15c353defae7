/** Who a patient is: the name, date of birth and address beside an NHS number, a hospital number or a date of birth. */
import { bounded } from '../bounded-pattern.ts';
import type { Detector, Span } from '../secret-kind.ts';
import { isEveryday } from '../words/everyday-words.ts';
import { nhsNumber } from './nhs-number.ts';
import { examples } from './patient-details.examples.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}';
const DATE = `(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -]\\d{2,4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{6,8})`;
const BORN = bounded(
  `(?<![\\w])(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|born(?: on)?|birthday)(?: (?:is|was))? ?[:=(-]{0,2} ?(${DATE})(?![\\d])`,
);
const ANY_DATE = bounded(`(?<![\\d/.-])${DATE}(?![\\d/-])`);
const HOSPITAL_NUMBER = bounded(
  '(?<![\\w])(?:hospital|hosp|hossy|mrn|pas|patient|pt|unit|rio|emis|k|case ?note|casenote|district|medical record)s? ?(?:number|no|num|nr|id|#|\\.)?\\.?(?: (?:is|was|for))? ?[:=#(-]{0,2} ?((?=[a-z]{0,4}\\d)[a-z]{0,4}\\d{5,10}[a-z]?)(?![\\w])',
);
const NAME_WORD = "[\\p{L}][\\p{L}'-]{1,24}";
const TITLED = bounded(
  `(?<![\\w])(?:mr|mrs|ms|miss|mx|master|dr|baby|sir|lady)\\.? (${NAME_WORD}(?: ${NAME_WORD}){0,2})`,
  'giu',
);
const CALLED = bounded(
  `(?<![\\w])(?:patient|pt|resident|service user|client|name|named|called|pts)(?: (?:is|was|called|named|name|name is))?[:, -]{1,3}(${NAME_WORD},?(?: ${NAME_WORD}){0,2})`,
  'giu',
);
const CAPITALS = bounded(
  "(?<![\\w'])((?:\\p{Lu}[\\p{L}'-]{1,24},? ){1,3}(?:\\p{Lu}\\.? )?\\p{Lu}[\\p{L}'-]{1,24})(?! (?:Hospital|Surgery|Trust|Practice|Street|Road|Lane|Avenue|Close|Drive|Clinic))",
  'gu',
);
const LAST_WORDS = bounded(`(${NAME_WORD},? ${NAME_WORD})[ ,(:-]{1,4}$`, 'iu');
const FIRST_WORDS = bounded(
  `^["')]?[ ,(:-]{1,4}(?:for |is |belongs to |- )?(${NAME_WORD},? ${NAME_WORD})`,
  'iu',
);
const ADDRESS = bounded(
  "(?<![\\w])(?:flat \\d{1,4}[a-z]?,? )?\\d{1,4}[a-z]?,? (?:[\\p{L}'-]{2,20} ){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|way|court|place|terrace|crescent|gardens|grove|hill|park|square|row|mews|view|walk|green|rise|house)(?![\\w])(?:,? \\p{Lu}[\\p{L}-]{2,20}){0,2}",
  'giu',
);
const POSTCODE = bounded('(?<![\\w])[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}(?![\\w])');
const PATIENT = bounded(
  '(?<![\\w])(?:patients?|pts?|resident|service user|nhs (?:no|number|num))(?!\\w)',
  'i',
);
/** How far from a number or a date of birth its owner's name and address may stand. */
const REACH = 90;

export const patientDetails: Detector = {
  kind: 'patient-details',
  title: 'A name, a date of birth, an address or a hospital number that points to one patient',
  find(text) {
    const numbers = nhsNumber.find(text);
    const born = groups(text, BORN);
    const hospital = groups(text, HOSPITAL_NUMBER);
    const anchors = [...numbers, ...born, ...hospital].slice(0, 30);
    if (anchors.length === 0) return [];
    const names = [...namesIn(text), ...anchors.flatMap((anchor) => namesBeside(text, anchor))];
    const near = (span: Span): boolean =>
      anchors.some(({ start, end }) => span.end > start - REACH && span.start < end + REACH);
    const named = names.filter(near);
    const certain = numbers.length > 0 || named.length > 0;
    const beside = whole(text, ANY_DATE).filter((date) =>
      [...numbers, ...named].some((span) => adjoin(text, date, span)),
    );
    return [
      ...named,
      ...beside,
      ...(certain || PATIENT.test(text) ? [...born, ...hospital] : []),
      ...(certain ? [...whole(text, ADDRESS), ...whole(text, POSTCODE)].filter(near) : []),
    ];
  },
  examples,
};

/** True when nothing but punctuation, or "NHS number", stands between the two. */
function adjoin(text: string, one: Span, other: Span): boolean {
  const between =
    one.end <= other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start);
  return /^[ ,;()-]{1,3}(?:nhs ?(?:no|number|num)?\.?:? ?)?$/i.test(between);
}

function namesIn(text: string): Span[] {
  return [TITLED, CALLED, CAPITALS].flatMap((pattern) =>
    groups(text, pattern).flatMap((span) => nameWithin(text, span, pattern === CAPITALS ? 2 : 1)),
  );
}

/** The two words right before and right after a number, when neither is an everyday word. */
function namesBeside(text: string, { start, end }: Span): Span[] {
  const cue =
    /(?:(?:nhs|hospital|hosp|unit|mrn|pas|pt|patient|d\.?o\.?b\.?|date of birth|birth ?date|born|on|is|was|number|no|num)[ .:#=(-]{0,3}){1,5}$/i;
  const before = text.slice(Math.max(0, start - REACH), start).replace(cue, '');
  const last = LAST_WORDS.exec(`${before.trimEnd()} `);
  const first = FIRST_WORDS.exec(text.slice(end, end + REACH));
  const found: Span[] = [];
  if (last?.[1]) {
    const from = Math.max(0, start - REACH) + last.index;
    found.push(...nameWithin(text, { start: from, end: from + last[1].length }, 2));
  }
  if (first?.[1]) {
    const from = end + first[0].length - first[1].length;
    found.push(...nameWithin(text, { start: from, end: from + first[1].length }, 2));
  }
  return found;
}

/** The part of `span` that may be a name: its first words in a row that are no everyday words. */
function nameWithin(text: string, span: Span, least: number): Span[] {
  const words = text.slice(span.start, span.end).split(' ');
  const common = words.map((word) => isEveryday(word) || NOT_NAMES.test(word));
  const first = common.indexOf(false);
  const stop = common.indexOf(true, first);
  const name = words.slice(first, stop < 0 ? undefined : stop);
  if (first < 0 || name.length < least) return [];
  const start = span.start + words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
  return [{ start, end: start + name.join(' ').replace(/,$/, '').length }];
}
const NOT_NAMES =
  /^(?:dob|nhs|number|born|date|hospital|hosp|mrn|results?|records?|notes?|referrals?|safety|details?|patients?|email|emailed|letter|wrong|confidential|urgent|clinic|ward|surgery|trust|gp|numbers?|lives|living|address|aged)[,:]?$/i;

function groups(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const group = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(group);
    return { start, end: start + group.length };
  });
}

function whole(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Organisation Data Service (ODS) codes: their shape, and the patterns of the 2020 slides, which are hints only. */

/** 1 to 9 letters and digits, in capitals. */
export type OdsCode = string;

const SHAPE = /^[A-Z0-9]{1,9}$/;
/** What people write before a code: "our ODS code is …". */
const LEAD_IN = /^(?:(?:it'?s|it is|my|our|the)\s+)*(?:(?:ods|organisation|org)\s+)*code\s*(?:is|:|=)?\s+/i;
/** Spaces of any kind, marks that nobody can see, and what people put between or around the characters. */
const ODD_SPACING = /[\s\u200b-\u200f\u2060\ufeff.'"’“”()-]+/g;

/** Reads a code in whatever case and spacing it was typed. @returns undefined when it does not have a code's shape. */
export function readOdsCode(text: string): OdsCode | undefined {
  if (SHAPE.test(text)) return text;
  const code = text.normalize('NFKC').trim().replace(LEAD_IN, '').replace(ODD_SPACING, '').toUpperCase();
  return SHAPE.test(code) ? code : undefined;
}

/** True for what was surely meant as a code: one word with a digit in it. "Rosewood" could be a name. */
export function isMeantAsCode(text: string): boolean {
  const rest = text.normalize('NFKC').trim().replace(LEAD_IN, '');
  if (rest !== text.trim()) return true;
  const code = readOdsCode(rest);
  return /\d/.test(rest) && (!/\s/.test(rest) || (code !== undefined && !/[a-z]{4,}/i.test(rest)));
}

export type CodeHint = 'head-office' | 'care-home-site' | 'home-care-site';

/** What the 2020 slides say such a code normally is. Other kinds of organisation use some of these letters too. */
export function hintFor(code: OdsCode): CodeHint | undefined {
  if (/^[AC]...$/.test(code)) return 'head-office';
  if (/^V[LM]...$/.test(code)) return 'care-home-site';
  return /^VN...$/.test(code) ? 'home-care-site' : undefined;
}

/** The values of a report's row: each is read into what we keep, or it is said what is wrong with it. Nothing is guessed. */
import type { AccountKind } from '../account.ts';
import type { Day } from '../day.ts';

/** `american` when a date can only be the month first: then every other date of the file is in doubt too. */
export type Read<T> = { value: T } | { problem: string; american?: true };

const NOTHING: ReadonlySet<string> = new Set(['', '-', 'n/a', 'na', 'none', 'null']);
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO = /^\d{4}-\d\d-\d\d$/;
/** A time after the day is passed over: rules count whole days. */
const TIME = /^[T ]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[ap]m)?( ?(Z|UTC|GMT|BST|[+-]\d\d:?\d\d))?$/i;

/** dd/mm/yyyy or yyyy-mm-dd, with or without a time. Null where there is none. */
export function readDay(text: string): Read<Day | null> {
  const trimmed = text.trim();
  if (NOTHING.has(trimmed.toLowerCase())) return { value: null };
  const [written = '', time = ''] = splitAt(trimmed, /[T ]/);
  if (time && !TIME.test(time)) return notADate(trimmed);
  if (ISO.test(written)) return isDay(written) ? { value: written } : noSuchDay(trimmed);
  const [, first = '', second = '', year = ''] = DAY_FIRST.exec(written) ?? [];
  if (!year) return notADate(trimmed);
  if (Number(second) > 12 && Number(first) >= 1 && Number(first) <= 12) {
    return { problem: `the date "${shortened(trimmed)}" has the month first, as in America`, american: true };
  }
  const day = `${year}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`;
  return isDay(day) ? { value: day } : noSuchDay(trimmed);
}

/** True for a day that is in the calendar. */
export function isDay(day: string): boolean {
  const time = ISO.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** "Never" is more than nothing: the report says in so many words that the account was never used. */
export function saysNever(text: string): boolean {
  return /^\s*never\b/i.test(text);
}

const KINDS: Readonly<Record<string, AccountKind>> = {
  user: 'user',
  person: 'user',
  usermailbox: 'user',
  individual: 'user',
  shared: 'shared',
  sharedmailbox: 'shared',
  application: 'application',
  applicationaccount: 'application',
  resource: 'resource',
  resourcemailbox: 'resource',
  room: 'resource',
  roommailbox: 'resource',
  equipment: 'resource',
  equipmentmailbox: 'resource',
};

export function readKind(text: string): Read<AccountKind> {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (kind) return { value: kind };
  return {
    problem: text.trim()
      ? `"${shortened(text)}" is not a type of account that is known here: write user, shared, application or resource`
      : 'it says no type of account',
  };
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'accepted', 'complete']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', 'not accepted', 'incomplete']);

export function readYesOrNo(text: string): Read<boolean | null> {
  const word = text.trim().toLowerCase();
  if (NOTHING.has(word)) return { value: null };
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { problem: `"${shortened(text)}" is neither yes nor no` };
}

const LONGEST_ADDRESS = 254;
const ADDRESS = /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+\.[^\s@"(),:;<>[\]\\]+$/;

/** In lower case, as accounts are kept. */
export function readAddress(text: string): Read<string> {
  const address = text.trim().toLowerCase();
  if (address.length <= LONGEST_ADDRESS && ADDRESS.test(address)) return { value: address };
  return { problem: address ? `"${shortened(text)}" is not an email address` : 'it has no email address' };
}

const ODS_CODE = /^[A-Z0-9]{1,9}$/;

export function readOdsCode(text: string): Read<string> {
  const code = text.trim().toUpperCase();
  if (ODS_CODE.test(code)) return { value: code };
  return {
    problem: code
      ? `"${shortened(text)}" is not an ODS code: 1 to 9 letters and digits`
      : 'it has no ODS code',
  };
}

/** Run by the National Administration Service (NAS)? Null when it does not say. */
export function readIsNas(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (NOTHING.has(word)) return null;
  return word === 'nas' || word.includes('national administration service') || YES.has(word);
}

const LONGEST_TEXT = 200;
const LONGEST_STATUS = 60;

/** Words as they stand. Null where there are none. */
export function readWords(text: string, longest = LONGEST_TEXT): Read<string | null> {
  const words = text.trim();
  if (words.length > longest) return { problem: `it has more than ${longest} characters` };
  return words.includes('\ufffd')
    ? { problem: 'it has characters that cannot be read in the encoding of this file' }
    : { value: words || null };
}

export function readStatus(text: string): Read<string | null> {
  return readWords(text, LONGEST_STATUS);
}

function notADate(text: string): Read<never> {
  return { problem: `the date "${shortened(text)}" is not written as dd/mm/yyyy or yyyy-mm-dd` };
}

function noSuchDay(text: string): Read<never> {
  return { problem: `there is no such day as "${shortened(text)}"` };
}

function splitAt(text: string, mark: RegExp): [string, string] {
  const at = text.search(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 30 ? `${trimmed.slice(0, 30)}…` : trimmed;
}

/** What somebody filled in, or a button brought. It comes from the client: it is read, cut to size, and trusted in nothing. */
import { isDay } from '../../dspt/status-file/read-date.ts';
import type { Day } from '../../hygiene/day.ts';

const LONGEST = 200;
const MOST_CODES = 200;
const ADDRESS = /[^\s@<>"',;:()]{1,64}@[^\s@<>"',;:()]{1,190}/;

export interface Gift {
  address: string;
  /** The id of a person, where a button of ours brought it. */
  person: string;
  odsCodes: string[];
  /** The last day; empty text for none, undefined for what is no day. */
  day: Day | '' | undefined;
}

export function readGift(data: Readonly<Record<string, unknown>>): Gift {
  const until = textIn(data.until);
  return {
    address: addressIn(textIn(data.address)) || textIn(data.address),
    person: textIn(data.person),
    odsCodes: codesIn(data.ods),
    day: until === '' || isDay(until) ? until : undefined,
  };
}

/** Codes with commas or spaces between, as a list of choices and a person write them. */
export function codesIn(value: unknown): string[] {
  const text = typeof value === 'string' ? value.slice(0, MOST_CODES * 10) : '';
  const codes = text.toUpperCase().split(/[\s,;]+/);
  return [...new Set(codes.filter((code) => /^[A-Z0-9]{1,9}$/.test(code)))].slice(0, MOST_CODES);
}

/** @returns the first address in a text, or empty text. */
export function addressIn(text: string): string {
  return ADDRESS.exec(text.slice(0, 4 * LONGEST))?.[0] ?? '';
}

export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
}

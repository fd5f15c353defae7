/** What a subcommand gives back, and what several of them share: whom the audit names, days and codes as they are typed. */
import { momentIn } from '../../delivery/moment-in.ts';
import { readOdsCode } from '../../dspt/ods-code.ts';
import { isDay } from '../../dspt/status-file/read-date.ts';
import { addDays, dayIn, lastDayBefore, sayDay } from '../../hygiene/day.ts';
import { userOfThisMachine } from './user.ts';

const DAYS = 30;

/** The same as words and as an object; `well` decides what the command ends with. */
export interface Told {
  well: boolean;
  words: string;
  /** Absent when it was written as it came. */
  json?: object;
}

/** A fault of what was typed, in words for the person who typed it. Nothing was changed. */
export class Mistake extends Error {}

/** Whom the audit names. */
export function operator(): { commandLine: string } {
  return { commandLine: userOfThisMachine() };
}

/**
 * The moment at which a whole day is over.
 * @throws Mistake for what is no day.
 */
export function endOf(day: string, timeZone: string): Date {
  return momentIn(timeZone, checked(day), 24);
}

/** The moment at which a day begins. @throws Mistake for what is no day. */
export function startOf(day: string, timeZone: string): Date {
  return momentIn(timeZone, checked(day), 0);
}

function checked(day: string): string {
  if (!isDay(day)) throw new Mistake(`"${day}" is not a day. Write it as 2027-03-31.`);
  return day;
}

/** The last whole day before a moment, as people read it. */
export function untilInWords(until: Date | null | undefined, timeZone: string): string {
  return until ? `until ${sayDay(lastDayBefore(timeZone, until))}` : 'with no end day';
}

/** @throws Mistake for one that has not the shape of an ODS code. */
export function codes(typed: readonly string[]): string[] {
  return typed.map((text) => {
    const code = readOdsCode(text);
    if (!code) throw new Mistake(`"${text}" is not an ODS code: 1 to 9 letters and digits.`);
    return code;
  });
}

/** What a person types to say which time and which organisation they mean. */
export interface Period {
  /** Days, `YYYY-MM-DD`, both included. Without them it is the last 30. */
  from?: string | undefined;
  to?: string | undefined;
  /** An ODS code. */
  organisation?: string | undefined;
}

/** The same as moments: from the first one on, up to the second and not at it. @throws Mistake for what was mistyped. */
export function periodIn({ from, to, organisation }: Period, timeZone: string, now: Date) {
  const lastDay = to ?? dayIn(timeZone, now);
  const end = endOf(lastDay, timeZone);
  const firstDay = from ?? addDays(lastDay, 1 - DAYS);
  const period = { firstDay, lastDay, from: startOf(firstDay, timeZone), to: end };
  if (period.from >= period.to) throw new Mistake('The first day is after the last.');
  return { ...period, odsCode: organisation === undefined ? undefined : codes([organisation])[0] };
}

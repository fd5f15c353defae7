/** At which time today a warning goes out, or that it has to wait for another day. */
import { momentIn } from '../../delivery/moment-in.ts';
import { addDays, type Day } from '../day.ts';
import { nextOpening, openingOn, type WorkingHours } from '../working-hours.ts';

export interface SendTime {
  notBefore: Date;
  /** Its hours end then. Left out for one that would otherwise come too late. */
  notAfter?: Date;
}

export interface TimeQuestion {
  hours: WorkingHours;
  /** Today. */
  day: Day;
  now: Date;
  timeZone: string;
}

/** From so few days left on a warning goes before what can wait. */
export const URGENT_FROM_DAYS = 1;

/**
 * In the hours of today, if there are any left. What would happen to the account before the next hours are there cannot
 * wait for them: that goes out today all the same, at the usual hour, or at once when it would be too late tomorrow.
 * What is past its day already can wait.
 * @param happensOn the day on which something happens to the account.
 * @returns nothing when it can wait: it is planned again on the day on which it goes out, with what is true by then.
 */
export function sendTimeToday(question: TimeQuestion, happensOn: Day): SendTime | undefined {
  const { hours, day, now, timeZone } = question;
  const today = openingOn(hours, day, timeZone);
  if (today && now < today.until) return { notBefore: later(now, today.from), notAfter: today.until };
  if (happensOn <= day || happensOn > nextOpening(hours, now, timeZone).day) return undefined;
  const usual = momentIn(timeZone, day, hours.from);
  const hoursAreOver = now >= momentIn(timeZone, day, hours.until);
  if (!hoursAreOver) return { notBefore: later(now, usual) };
  return happensOn <= addDays(day, 1) ? { notBefore: now } : undefined;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

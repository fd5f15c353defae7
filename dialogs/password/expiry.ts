/** "When does mine run out": the day, how long is left, and which reminders could still come. */

import { momentIn } from '../../delivery/moment-in.ts';
import { addDays, type Day, dayIn, daysBetween, sayDay } from '../../hygiene/day.ts';

/** "Your new password can be used for up to 365 days": the 2020 slides. */
export const LASTS_DAYS = 365;
/** As NHSmail's own reminder emails: the password policy page of 2023. */
const REMIND_DAYS_BEFORE = [18, 10, 5, 2, 1] as const;
/** By then most people are awake, and no shift starts. */
export const REMIND_AT_HOUR = 9;
/** Nobody has had a password for longer; an older day is a slip. */
const LONGEST_AGO_DAYS = 20 * 365;

export interface Expiry {
  changed: Day;
  /** The last day of use. */
  expires: Day;
  /** Negative when it has passed. */
  daysLeft: number;
}

export type ExpiryResult =
  | { outcome: 'known'; expiry: Expiry }
  | { outcome: 'future' }
  | { outcome: 'too-old' };

export function expiryOf(changed: Day, now: Date, timeZone: string): ExpiryResult {
  const today = dayIn(timeZone, now);
  if (changed > today) return { outcome: 'future' };
  if (daysBetween(changed, today) > LONGEST_AGO_DAYS) return { outcome: 'too-old' };
  const expires = addDays(changed, LASTS_DAYS);
  return { outcome: 'known', expiry: { changed, expires, daysLeft: daysBetween(today, expires) } };
}

export interface ReminderDay {
  daysBefore: number;
  day: Day;
  /** The moment it is due. */
  notBefore: Date;
}

/** The reminders that are still to come; never one in the past. */
export function reminderDays({ expires }: Expiry, now: Date, timeZone: string): ReminderDay[] {
  return REMIND_DAYS_BEFORE.map((daysBefore) => {
    const day = addDays(expires, -daysBefore);
    return { daysBefore, day, notBefore: momentIn(timeZone, day, REMIND_AT_HOUR) };
  }).filter(({ notBefore }) => notBefore > now);
}

/** `13 February 2027, 18 days before`. */
export function reminderInWords({ day, daysBefore }: ReminderDay): string {
  return `${sayDay(day)}, ${daysInWords(daysBefore)} before`;
}

export function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
}

export function daysLeftInWords(daysLeft: number): string {
  if (daysLeft === 0) return 'Today is its last day';
  return daysLeft > 0 ? `${daysInWords(daysLeft)} left` : `${daysInWords(-daysLeft)} ago`;
}

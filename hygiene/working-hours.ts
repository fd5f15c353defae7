/** When somebody may be written to: hours of some days of the week, on the clocks of a time zone. */
import { momentIn } from '../delivery/moment-in.ts';
import { addDays, type Day, dayIn } from './day.ts';

export interface WorkingHours {
  /** Hours of the 24-hour clock; `until` is not part of it, and 24 is the end of the day. */
  from: number;
  until: number;
  /** 1 is Monday, 7 is Sunday. At least one. */
  weekdays: readonly number[];
}

export const USUAL_HOURS: WorkingHours = { from: 9, until: 17, weekdays: [1, 2, 3, 4, 5] };

/** A stretch of time: from its first moment, up to its end and not at it. */
export interface Opening {
  from: Date;
  until: Date;
}

const DAYS_IN_A_WEEK = 7;
/** On the Sunday on which clocks go forward an hour is missing, and with it the hours of whoever works in that hour only. */
const DAYS_AHEAD = 15;

/** The hours of this day, or nothing when nobody works on it. Where clocks change they are longer or shorter. */
export function openingOn(hours: WorkingHours, day: Day, timeZone: string): Opening | undefined {
  if (!hours.weekdays.includes(weekdayOf(day))) return undefined;
  const from = momentIn(timeZone, day, hours.from);
  const until = momentIn(timeZone, day, hours.until);
  return from < until ? { from, until } : undefined;
}

/** The hours that are now, or the next ones. Its `from` can be past. */
export function nextOpening(hours: WorkingHours, now: Date, timeZone: string): Opening & { day: Day } {
  const today = dayIn(timeZone, now);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead);
    const opening = openingOn(hours, day, timeZone);
    if (opening && opening.until > now) return { ...opening, day };
  }
  throw new Error('These hours never come.');
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || DAYS_IN_A_WEEK;
}

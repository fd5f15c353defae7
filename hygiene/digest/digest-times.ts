/** On which day a digest is due, and the hours in which none is sent. */
import { momentIn } from '../../delivery/moment-in.ts';
import { addDays, type Day, dayIn } from '../day.ts';
import { weekdayOf } from '../working-hours.ts';

export interface DigestTimes {
  every: 'day' | 'week' | 'off';
  /** 1 is Monday; for a weekly digest. */
  weekday: number;
  /** Hours of the 24-hour clock in which nothing is sent; the same twice is none. A digest comes when they end. */
  quietFrom: number;
  quietUntil: number;
  timeZone: string;
}

export interface DueQuestion {
  times: DigestTimes;
  now: Date;
  /** When it was asked for: a digest from before that is not owed. */
  since: Date;
  /** The day of the last one. */
  last?: Day | undefined;
}

/** @returns the day whose digest is to be sent now. What was missed several times is sent once. */
export function digestDue({ times, now, since, last }: DueQuestion): Day | undefined {
  if (times.every === 'off' || isQuiet(times, now)) return undefined;
  const day = lastDay(times, now);
  const moment = momentIn(times.timeZone, day, times.quietUntil);
  if (moment > now || moment <= since) return undefined;
  return last !== undefined && last >= day ? undefined : day;
}

/** When the next one comes, for somebody who has just asked for it; nothing when it is off. */
export function nextDigest(times: DigestTimes, now: Date): Date | undefined {
  if (times.every === 'off') return undefined;
  const today = dayIn(times.timeZone, now);
  for (let ahead = 0; ; ahead++) {
    const day = addDays(today, ahead);
    const moment = momentIn(times.timeZone, day, times.quietUntil);
    if (moment > now && (times.every === 'day' || weekdayOf(day) === times.weekday)) return moment;
  }
}

/** When the hours begin in which nothing is sent any more; nothing where there are none. */
export function quietBegins({ quietFrom, quietUntil, timeZone }: DigestTimes, now: Date): Date | undefined {
  if (quietFrom === quietUntil) return undefined;
  const today = dayIn(timeZone, now);
  const todays = momentIn(timeZone, today, quietFrom);
  return todays > now ? todays : momentIn(timeZone, addDays(today, 1), quietFrom);
}

function lastDay({ every, weekday, timeZone }: DigestTimes, now: Date): Day {
  const today = dayIn(timeZone, now);
  return every === 'day' ? today : addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
}

function isQuiet({ quietFrom, quietUntil, timeZone }: DigestTimes, now: Date): boolean {
  if (quietFrom === quietUntil) return false;
  const today = dayIn(timeZone, now);
  const isAfter = (hour: number) => now >= momentIn(timeZone, today, hour);
  return quietFrom < quietUntil
    ? isAfter(quietFrom) && !isAfter(quietUntil)
    : isAfter(quietFrom) || !isAfter(quietUntil);
}

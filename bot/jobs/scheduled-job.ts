/** Work that is due at set times: what it is, and when it was due last. */
import { momentIn } from '../../delivery/moment-in.ts';
import { addDays, dayIn } from '../../hygiene/day.ts';

const MS_PER_MINUTE = 60_000;

export interface JobTime {
  /** Small letters and hyphens. It names the queue and the row that says up to when it is done. */
  name: string;
  /** Every full so many minutes, or every day at an hour of the 24-hour clock in the service's time zone. */
  due: { everyMinutes: number } | { dailyAtHour: number };
}

export interface ScheduledJob extends JobTime {
  /** Run twice for the same moment it does no harm. */
  run(now: Date): Promise<void>;
}

/** The last moment, up to now, at which it was due. */
export function lastDue(due: ScheduledJob['due'], now: Date, timeZone: string): Date {
  if ('everyMinutes' in due) {
    const step = due.everyMinutes * MS_PER_MINUTE;
    return new Date(Math.floor(now.getTime() / step) * step);
  }
  const today = dayIn(timeZone, now);
  const todays = momentIn(timeZone, today, due.dailyAtHour);
  return todays <= now ? todays : momentIn(timeZone, addDays(today, -1), due.dailyAtHour);
}

/** The next moment, after now, at which it will be due. */
export function nextDue(due: ScheduledJob['due'], now: Date, timeZone: string): Date {
  const last = lastDue(due, now, timeZone);
  if ('everyMinutes' in due) return new Date(last.getTime() + due.everyMinutes * MS_PER_MINUTE);
  return momentIn(timeZone, addDays(dayIn(timeZone, last), 1), due.dailyAtHour);
}

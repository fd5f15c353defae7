/** Counts minutes of working time: Monday to Friday, between two full hours. Bank holidays are not known here. */
import { momentIn } from '../delivery/moment-in.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

export interface WaitingTime {
  /** Of working time. */
  minutes: number;
  /** Full hours of the 24-hour clock: from the beginning of the first to the beginning of the second. */
  hours: { from: number; to: number };
  timeZone: string;
}

/** The moment at which so many minutes of working time have passed since `start`. */
export function afterWorkingTime(start: Date, { minutes, hours, timeZone }: WaitingTime): Date {
  let left = minutes * MS_PER_MINUTE;
  for (let day = dayAt(start, timeZone); ; day = nextDay(day)) {
    if (isWeekend(day)) continue;
    const opens = Math.max(momentIn(timeZone, day, hours.from).getTime(), start.getTime());
    const closes = momentIn(timeZone, day, hours.to).getTime();
    const open = closes - opens;
    if (open <= 0) continue;
    if (left <= open) return new Date(opens + left);
    left -= open;
  }
}

/** As people read it: "Monday to Friday, 9am to 5pm". */
export function sayHours({ from, to }: WaitingTime['hours']): string {
  return `Monday to Friday, ${sayHour(from)} to ${sayHour(to)}`;
}

function sayHour(hour: number): string {
  if (hour === 0 || hour === 24) return 'midnight';
  if (hour === 12) return 'midday';
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}

function dayAt(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Hours, days of the week and moments, as people read them (NHS service manual: "9am", "5:30pm", "midday"). */
import { dayIn, sayDay } from '../../hygiene/day.ts';
import type { WorkingHours } from '../../hygiene/working-hours.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** @param hour of the 24-hour clock; 24 is the end of the day. */
export function sayHour(hour: number): string {
  if (hour % 24 === 0) return 'midnight';
  if (hour === 12) return 'midday';
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}

export function hourChoices(from: number, to: number): { title: string; value: string }[] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    title: sayHour(from + at),
    value: String(from + at),
  }));
}

/** "9am on 23 November 2026". @param now a moment of the same day is said without the day. */
export function sayMoment(moment: Date, timeZone: string, now: Date): string {
  const clock = sayClock(moment, timeZone);
  const day = dayIn(timeZone, moment);
  return day === dayIn(timeZone, now) ? `${clock} today` : `${clock} on ${sayDay(day)}`;
}

/** "Monday to Friday, 9am to 5pm". */
export function sayHours({ from, until, weekdays }: WorkingHours): string {
  return `${sayWeekdays(weekdays)}, ${sayHour(from)} to ${sayHour(until)}`;
}

function sayClock(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: '2-digit',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  if (part('minute') === '00') return sayHour(hour);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${part('minute')}${hour < 12 ? 'am' : 'pm'}`;
}

function sayWeekdays(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((one, other) => one - other);
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const name = (day: number) => WEEKDAYS[day - 1] ?? '';
  if (days.length === 7) return 'Every day';
  if (days.length > 2 && last - first === days.length - 1) return `${name(first)} to ${name(last)}`;
  if (days.length === 1) return name(first);
  return `${days.slice(0, -1).map(name).join(', ')} and ${name(last)}`;
}

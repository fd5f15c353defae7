/** Days without a time: rules count whole calendar days, whatever the clock or the time zone does. */

/** A calendar day as `YYYY-MM-DD`. Compared as text, days stand in their order. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is at this moment in a time zone. */
export function dayIn(timeZone: string, moment: Date): Day {
  const format = formats.get(timeZone) ?? dayFormat(timeZone);
  formats.set(timeZone, format);
  const parts = format.formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The last day that is over at this moment, or ends with it. */
export function lastDayBefore(timeZone: string, moment: Date): Day {
  return dayIn(timeZone, new Date(moment.getTime() - 1));
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
}

export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** The same date some months later; the month's last day where there is no such date, as PostgreSQL does it. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(numberOf(day) * MS_PER_DAY);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Made once: to make one takes fifty times as long as to use it. */
const LONG_DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `2026-12-03` as people read it: "3 December 2026". */
export function sayDay(day: Day): string {
  return LONG_DATE.format(new Date(numberOf(day) * MS_PER_DAY));
}

function numberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

function dayOf(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

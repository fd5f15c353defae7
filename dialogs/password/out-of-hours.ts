/** Whether local helpers are likely to have gone home: then the helpdesk that never closes is named first. */

/** Ours: nobody publishes when local administrators are in. Hours of the 24-hour clock, Monday to Friday. */
const IN_FROM = 8;
const IN_UNTIL = 18;
const WEEKEND = ['Sat', 'Sun'];

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param timeZone such as `Europe/London`. */
export function outOfHours(now: Date, timeZone: string): boolean {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
  formats.set(timeZone, format);
  const parts = format.formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  return WEEKEND.includes(part('weekday')) || hour < IN_FROM || hour >= IN_UNTIL;
}

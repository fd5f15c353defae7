/** The moment at which clocks somewhere show an hour: reminders come at a sensible one, summer and winter. */

/**
 * @param timeZone for example `Europe/London`.
 * @param day `YYYY-MM-DD`.
 * @param hour of the 24-hour clock there; 24 is the end of the day. An hour that the clocks skip is the one after it.
 */
export function momentIn(timeZone: string, day: string, hour: number): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const guess = wanted - offsetMs(timeZone, wanted);
  // Around a change of the clocks the first guess can have the other side's offset.
  return new Date(wanted - offsetMs(timeZone, guess));
}

/** How far the clocks there are ahead of UTC at this moment. */
function offsetMs(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}

import assert from 'node:assert/strict';
import { afterWorkingTime, sayHours } from '../../tickets/working-time.ts';

const LONDON = { hours: { from: 9, to: 17 }, timeZone: 'Europe/London' };

describe('Working time', () => {
  const cases: [what: string, start: string, minutes: number, end: string][] = [
    ['within a day', '2026-11-23T10:00:00Z', 30, '2026-11-23T10:30:00.000Z'],
    ['up to the very end of a day', '2026-11-23T16:30:00Z', 30, '2026-11-23T17:00:00.000Z'],
    ['over the evening', '2026-11-23T16:50:00Z', 30, '2026-11-24T09:20:00.000Z'],
    ['over the weekend', '2026-11-20T16:50:00Z', 30, '2026-11-23T09:20:00.000Z'],
    ['from the night before', '2026-11-24T02:00:00Z', 30, '2026-11-24T09:30:00.000Z'],
    ['from a Saturday', '2026-11-21T12:00:00Z', 30, '2026-11-23T09:30:00.000Z'],
    ['of two days and a half', '2026-11-23T09:00:00Z', 20 * 60, '2026-11-25T13:00:00.000Z'],
    ['in summer, an hour earlier by UTC', '2026-07-06T02:00:00Z', 30, '2026-07-06T08:30:00.000Z'],
    ['over the night in which the clocks change', '2026-10-23T16:10:00Z', 30, '2026-10-26T09:30:00.000Z'],
  ];
  for (const [what, start, minutes, end] of cases) {
    it(`is counted ${what}`, () => {
      assert.equal(afterWorkingTime(new Date(start), { ...LONDON, minutes }).toISOString(), end);
    });
  }

  it('is said as people say it', () => {
    assert.equal(sayHours({ from: 8, to: 12 }), 'Monday to Friday, 8am to midday');
    assert.equal(sayHours({ from: 0, to: 24 }), 'Monday to Friday, midnight to midnight');
  });
});

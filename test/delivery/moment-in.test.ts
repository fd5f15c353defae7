import assert from 'node:assert/strict';
import fc from 'fast-check';
import { momentIn } from '../../delivery/moment-in.ts';

describe('nine in the morning', () => {
  for (const [zone, day, moment] of [
    ['Europe/London', '2026-12-03', '2026-12-03T09:00:00.000Z'],
    ['Europe/London', '2026-07-03', '2026-07-03T08:00:00.000Z'],
    ['Europe/London', '2027-03-27', '2027-03-27T09:00:00.000Z'],
    ['Europe/London', '2027-03-28', '2027-03-28T08:00:00.000Z'],
    ['Europe/London', '2026-10-24', '2026-10-24T08:00:00.000Z'],
    ['Europe/London', '2026-10-25', '2026-10-25T09:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T14:00:00.000Z'],
    ['Pacific/Auckland', '2026-12-03', '2026-12-02T20:00:00.000Z'],
    ['UTC', '2026-12-03', '2026-12-03T09:00:00.000Z'],
  ] as const) {
    it(`on ${day} in ${zone} is ${moment}`, () => {
      assert.equal(momentIn(zone, day, 9).toISOString(), moment);
    });
  }

  it('is nine on the clocks of a person, on every day, wherever they are', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((each) => new Date(each * 86_400_000));
    const zone = fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham');
    fc.assert(
      fc.property(zone, day, (timeZone, date) => {
        const moment = momentIn(timeZone, date.toISOString().slice(0, 10), 9);
        const shown = moment.toLocaleString('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        const [year, month, dayOfMonth] = date.toISOString().slice(0, 10).split('-');
        assert.equal(shown, `${dayOfMonth}/${month}/${year}, 09:00`);
      }),
    );
  });
});

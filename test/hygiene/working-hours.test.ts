import assert from 'node:assert/strict';
import { nextOpening, openingOn, USUAL_HOURS, weekdayOf } from '../../hygiene/working-hours.ts';

const LONDON = 'Europe/London';
const opening = (at: string, hours = USUAL_HOURS) => {
  const { day, from, until } = nextOpening(hours, new Date(at), LONDON);
  return [day, from.toISOString().slice(0, 16), until.toISOString().slice(0, 16)];
};

describe('working hours', () => {
  const cases: [who: string, at: string, ...expected: string[]][] = [
    ['somebody before work', '2026-11-20T07:00Z', '2026-11-20', '2026-11-20T09:00', '2026-11-20T17:00'],
    ['somebody at work', '2026-11-20T16:59Z', '2026-11-20', '2026-11-20T09:00', '2026-11-20T17:00'],
    [
      'somebody on a Friday evening',
      '2026-11-20T17:00Z',
      '2026-11-23',
      '2026-11-23T09:00',
      '2026-11-23T17:00',
    ],
    ['somebody on a Sunday', '2026-11-22T12:00Z', '2026-11-23', '2026-11-23T09:00', '2026-11-23T17:00'],
    // Clocks go forward on 29 March 2026 and back on 25 October 2026, both Sundays.
    [
      'somebody before the clocks go forward',
      '2026-03-27T18:00Z',
      '2026-03-30',
      '2026-03-30T08:00',
      '2026-03-30T16:00',
    ],
    [
      'somebody before the clocks go back',
      '2026-10-23T16:30Z',
      '2026-10-26',
      '2026-10-26T09:00',
      '2026-10-26T17:00',
    ],
    // Half past twelve at night in London is the next day there, though not yet in UTC.
    [
      'somebody on a summer’s night',
      '2026-07-01T23:30Z',
      '2026-07-02',
      '2026-07-02T08:00',
      '2026-07-02T16:00',
    ],
  ];
  for (const [who, at, ...expected] of cases) {
    it(`of ${who} are the next ones`, () => assert.deepEqual(opening(at), expected));
  }

  it('on the Sunday when clocks change are an hour shorter or longer for people who work that night', () => {
    const nights = { from: 0, until: 6, weekdays: [7] };
    const length = (day: string) => {
      const { from, until } = openingOn(nights, day, LONDON) ?? assert.fail('nobody works');
      return (until.getTime() - from.getTime()) / 3_600_000;
    };
    assert.deepEqual([length('2026-03-29'), length('2026-10-25'), length('2026-11-22')], [5, 7, 6]);
  });

  it('of somebody who works one day a week are a week later once they are over', () => {
    const hours = { from: 9, until: 12, weekdays: [1] };
    assert.equal(opening('2026-11-23T12:00Z', hours)[0], '2026-11-30');
  });

  it('of somebody who works in the one hour that is missing when clocks go forward are a week later', () => {
    const hours = { from: 1, until: 2, weekdays: [7] };
    assert.equal(openingOn(hours, '2026-03-29', LONDON), undefined);
    for (const at of ['2026-03-22T02:00Z', '2026-03-25T12:00Z', '2026-03-29T00:30Z']) {
      assert.equal(opening(at, hours)[0], '2026-04-05');
    }
  });

  it('begin the week with Monday', () => {
    assert.deepEqual(['2026-11-22', '2026-11-23'].map(weekdayOf), [7, 1]);
  });
});

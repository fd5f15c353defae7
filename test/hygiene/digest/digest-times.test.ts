import assert from 'node:assert/strict';
import { USUAL_DIGEST } from '../../../hygiene/digest/digest-choice.ts';
import {
  type DigestTimes,
  digestDue,
  nextDigest,
  quietBegins,
} from '../../../hygiene/digest/digest-times.ts';

const weekly: DigestTimes = { ...USUAL_DIGEST, timeZone: 'Europe/London' };
const daily: DigestTimes = { ...weekly, every: 'day' };
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

type Case = [who: string, times: DigestTimes, now: string, last: string | undefined, due: string | undefined];
// 23 November 2026 is a Monday.
const CASES: Case[] = [
  ['on Monday at eight', weekly, '2026-11-23T08:00Z', undefined, '2026-11-23'],
  ['on Monday before eight', weekly, '2026-11-23T07:59Z', undefined, undefined],
  ['who has had this week’s', weekly, '2026-11-24T09:00Z', '2026-11-23', undefined],
  [
    'on Wednesday, when the service was down on Monday',
    weekly,
    '2026-11-25T10:00Z',
    '2026-11-16',
    '2026-11-23',
  ],
  ['in quiet hours, when the service was down by day', weekly, '2026-11-23T19:00Z', undefined, undefined],
  ['every day', daily, '2026-11-24T08:00Z', '2026-11-23', '2026-11-24'],
  ['every day, once for a week that was missed', daily, '2026-11-30T12:00Z', '2026-11-23', '2026-11-30'],
  ['who wants none', { ...daily, every: 'off' }, '2026-11-23T12:00Z', undefined, undefined],
  ['in summer, by the clocks', daily, '2026-07-01T07:00Z', undefined, '2026-07-01'],
  ['on the day when clocks go forward', daily, '2026-03-29T07:00Z', undefined, '2026-03-29'],
  ['on the day when clocks go back, not an hour early', daily, '2026-10-25T07:30Z', undefined, undefined],
  [
    'in another time zone',
    { ...daily, timeZone: 'Asia/Kolkata' },
    '2026-11-24T02:30Z',
    undefined,
    '2026-11-24',
  ],
  [
    'with no quiet hours',
    { ...daily, quietFrom: 8, quietUntil: 8 },
    '2026-11-24T23:30Z',
    undefined,
    '2026-11-24',
  ],
  [
    'quiet at midday only',
    { ...daily, quietFrom: 12, quietUntil: 14 },
    '2026-11-24T12:30Z',
    undefined,
    undefined,
  ],
];

describe('a digest for an administrator', () => {
  for (const [who, times, now, last, due] of CASES) {
    it(`${who} is ${due ? `that of ${due}` : 'not due'}`, () => {
      assert.equal(digestDue({ times, now: new Date(now), since: LONG_AGO, last }), due);
    });
  }

  it('is not owed for a time before it was asked for', () => {
    const since = new Date('2026-11-23T09:00Z');
    assert.equal(digestDue({ times: weekly, now: new Date('2026-11-24T09:00Z'), since }), undefined);
    assert.equal(digestDue({ times: weekly, now: new Date('2026-11-30T09:00Z'), since }), '2026-11-30');
  });

  it('comes next at the end of the quiet hours, and is over when they begin', () => {
    const now = new Date('2026-11-25T12:00Z');
    assert.equal(nextDigest(weekly, now)?.toISOString(), '2026-11-30T08:00:00.000Z');
    assert.equal(nextDigest(daily, now)?.toISOString(), '2026-11-26T08:00:00.000Z');
    assert.equal(quietBegins(daily, now)?.toISOString(), '2026-11-25T18:00:00.000Z');
  });
});

import assert from 'node:assert/strict';
import { finishOf } from '../../../hygiene/automatic/automatic-view.ts';
import { USUAL_HOURS } from '../../../hygiene/working-hours.ts';

const timeZone = 'Europe/London';
const finish = (count: number, at: string) => {
  const { start, end } = finishOf(USUAL_HOURS, { count, perSecond: 1, now: new Date(at), timeZone });
  return [start, end].map((moment) => moment.toISOString().slice(0, 16));
};
const HOUR = 3600;

describe('when a dry run of automatic warnings says that the last one goes', () => {
  it('is soon for a few people in working hours', () => {
    assert.deepEqual(finish(60, '2026-11-20T10:00Z'), ['2026-11-20T10:00', '2026-11-20T10:01']);
  });

  it('is after the weekend on a Friday evening', () => {
    assert.deepEqual(finish(60, '2026-11-20T18:00Z'), ['2026-11-23T09:00', '2026-11-23T09:01']);
  });

  it('is days later for more people than the hours of a day have room for', () => {
    assert.deepEqual(finish(10 * HOUR, '2026-11-20T16:00Z'), ['2026-11-20T16:00', '2026-11-24T10:00']);
  });

  it('follows the clocks when they change at that weekend', () => {
    assert.deepEqual(finish(HOUR, '2026-10-23T17:00Z'), ['2026-10-26T09:00', '2026-10-26T10:00']);
  });
});

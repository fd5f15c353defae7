import assert from 'node:assert/strict';
import { addDays, addMonths, dayIn, daysBetween, sayDay } from '../../hygiene/day.ts';

describe('days', () => {
  it('count a leap day like any other', () => {
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2028-02-28', 2), '2028-03-01');
    assert.equal(daysBetween('2027-12-01', '2028-12-01'), 366);
  });

  it('do not lose or gain one when the clocks change', () => {
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(addDays('2026-10-24', 2), '2026-10-26');
  });

  it("end a month on the month's last day", () => {
    assert.equal(addMonths('2026-08-31', 18), '2028-02-29');
    assert.equal(addMonths('2025-08-31', 18), '2027-02-28');
    assert.equal(addMonths('2026-01-15', 12), '2027-01-15');
  });

  it('belong to the place where people are', () => {
    const lateEvening = new Date('2026-07-01T23:30:00Z');
    assert.equal(dayIn('Europe/London', lateEvening), '2026-07-02');
    assert.equal(dayIn('America/New_York', lateEvening), '2026-07-01');
  });

  it('are said as people read them', () => assert.equal(sayDay('2026-12-03'), '3 December 2026'));
});

import assert from 'node:assert/strict';
import { isCurrentEdition, lastEditionDue, nextDeadline } from '../../dspt/deadline.ts';

describe('The deadline', () => {
  const days: [string, string, string, number][] = [
    ['2026-11-21', '06-30', '2027-06-30', 221],
    ['2027-06-29', '06-30', '2027-06-30', 1],
    ['2027-06-30', '06-30', '2027-06-30', 0],
    ['2027-07-01', '06-30', '2028-06-30', 365],
    ['2027-01-01', '03-31', '2027-03-31', 89],
  ];
  for (const [today, rule, day, daysLeft] of days) {
    it(`is ${day} for somebody who asks on ${today} where ${rule} is in force`, () => {
      assert.deepEqual(nextDeadline(today, rule), { day, daysLeft });
    });
  }

  it('makes an edition old when the next one has been due', () => {
    assert.equal(lastEditionDue('2026-11-21', '06-30'), '25/26');
    assert.equal(lastEditionDue('2027-06-30', '06-30'), '25/26');
    assert.equal(lastEditionDue('2027-07-01', '06-30'), '26/27');
    assert.equal(isCurrentEdition('26/27', '2026-11-21', '06-30'), true);
    assert.equal(isCurrentEdition('25/26', '2026-11-21', '06-30'), true);
    assert.equal(isCurrentEdition('24/25', '2026-11-21', '06-30'), false);
  });
});

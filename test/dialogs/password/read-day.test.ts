import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDay } from '../../../dialogs/password/read-day.ts';

/** A Saturday. */
const TODAY = '2026-11-21';

const SAID: [says: string, day: string | undefined, exact?: false][] = [
  ['2026-03-03', '2026-03-03'],
  ['3/3/2026', '2026-03-03'],
  ['03.04.26', '2026-04-03'],
  ['3/4', '2026-04-03'],
  ['25/12', '2025-12-25'],
  ['3 March', '2026-03-03'],
  ['on the 3rd of March', '2026-03-03'],
  ['March 3rd, 2026', '2026-03-03'],
  ['24 december', '2025-12-24'],
  ['1 Sept 2025', '2025-09-01'],
  ['29 February', '2024-02-29'],
  ['today', TODAY],
  ['yesterday', '2026-11-20'],
  ['10 days ago', '2026-11-11'],
  ['ten days ago', '2026-11-11'],
  ['a week ago', '2026-11-14', false],
  ['two months ago', '2026-09-21', false],
  ['a year ago', '2025-11-21', false],
  ['last week', '2026-11-09', false],
  ['last month', '2026-10-01', false],
  ['in June', '2026-06-01', false],
  ['December', '2025-12-01', false],
  ['on Monday', '2026-11-16'],
  ['last saturday', '2026-11-14'],
  ['tomorrow', undefined],
  ['31 April', undefined],
  ['13/13/2026', undefined],
  ['99', undefined],
  ['I may have done', undefined],
  ['version 1.2.3.4', undefined],
  ['0333 200 1133', undefined],
  ['', undefined],
];

describe('the day that somebody changed their password', () => {
  for (const [says, day, exact = true] of SAID) {
    it(`"${says}" is ${day ?? 'no day'}${exact ? '' : ' or later'}`, () => {
      assert.deepEqual(readDay(says, TODAY), day && { day, exact });
    });
  }

  it('is a day of the calendar, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. marchjune') }), (text) => {
        const read = readDay(text, TODAY);
        if (read) assert.ok(!Number.isNaN(Date.parse(`${read.day}T00:00:00Z`)), read.day);
      }),
    );
  });
});

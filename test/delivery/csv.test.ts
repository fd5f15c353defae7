import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from '../../delivery/csv.ts';

describe('a table for a spreadsheet', () => {
  it('is read back as it was written, whatever people typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [read] = parse(csvLine(cells), { record_delimiter: '\r\n' }) as string[][];
        assert.deepEqual(
          read?.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
          cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
        );
      }),
      { seed: 2026, numRuns: 500 },
    );
  });

  for (const formula of [
    '=1+1',
    '+44',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '=HYPERLINK("https://evil.example")',
  ]) {
    it(`runs no formula such as ${JSON.stringify(formula)}`, () => {
      const [[cell] = []] = parse(csvLine([formula, 'x']), { record_delimiter: '\r\n' }) as string[][];
      assert.equal(cell, `'${formula}`);
    });
  }

  it('leaves numbers, also those below zero, and empty cells as they are', () => {
    assert.equal(csvLine([1, -2.5, null, undefined, true, 'a;b']), '1,-2.5,,,true,"a;b"\r\n');
  });
});

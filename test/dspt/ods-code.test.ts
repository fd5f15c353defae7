import assert from 'node:assert/strict';
import { hintFor, isMeantAsCode, readOdsCode } from '../../dspt/ods-code.ts';

describe('An ODS code that a person types', () => {
  const typed: [string, string | undefined][] = [
    ['VLZ01', 'VLZ01'],
    ['vlz01', 'VLZ01'],
    [' v l z 0 1 ', 'VLZ01'],
    ['VLZ\u00a001', 'VLZ01'],
    ['v\u200blz01', 'VLZ01'],
    ['our code is vlz01', 'VLZ01'],
    ['ODS code: A9X4', 'A9X4'],
    ['“A9X4”.', 'A9X4'],
    ['ＶＬＺ０１', 'VLZ01'],
    ['R', 'R'],
    ['ABCDEFGH1', 'ABCDEFGH1'],
    ['ABCDEFGHI1', undefined],
    ['VLZ/01', undefined],
    ['', undefined],
    ['Rosebank House, Fenwick', undefined],
  ];
  for (const [text, code] of typed) {
    it(code ? `is read as ${code} from "${text}"` : `is not found in "${text}"`, () => {
      assert.equal(readOdsCode(text), code);
    });
  }

  it('is told from a name by its digits', () => {
    for (const text of ['VLZ01', 'vlz 01', 'v l z 0 1', 'VL-99!', 'our code is QRV']) {
      assert.equal(isMeantAsCode(text), true, text);
    }
    for (const text of ['Rosewood', '7 Oaks', '7 Oaks House', 'Rosebank House']) {
      assert.equal(isMeantAsCode(text), false, text);
    }
  });

  it('gets a hint from the 2020 slides, and none where they say nothing', () => {
    assert.deepEqual(['A9X4', 'C8T2', 'VLZ01', 'VMZ01', 'VNZ01', 'V03462', 'R0A', 'A9X45'].map(hintFor), [
      'head-office',
      'head-office',
      'care-home-site',
      'care-home-site',
      'home-care-site',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

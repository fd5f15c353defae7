import assert from 'node:assert/strict';
import { createFingerprinter, fingerprintText } from '../../../hygiene/report-file/fingerprint.ts';

const fingerprinter = createFingerprinter();
const of = (...values: string[]) => {
  fingerprinter.begin();
  for (const value of values) fingerprinter.add(value);
  return fingerprintText(fingerprinter.end());
};

describe('the fingerprint of a row', () => {
  it('is the same for the same words, and a number that PostgreSQL takes', () => {
    assert.equal(of('ann@example.org', 'N1'), of('ann@example.org', 'N1'));
    const value = BigInt(of('ann@example.org', 'N1'));
    assert.equal(BigInt.asIntN(64, value), value);
  });

  it('tells apart words that stand in other columns', () => {
    const rows = [of('ab', 'c'), of('a', 'bc'), of('abc'), of('abc', ''), of('', 'abc'), of('c', 'ab')];
    assert.equal(new Set(rows).size, rows.length);
  });

  it('tells apart a quarter of a million people who differ in a letter, a digit or a day, in each of its halves', () => {
    const whole = new Set<string>();
    const halves = [new Set<number>(), new Set<number>()];
    const rows = 250_000;
    for (let at = 0; at < rows; at += 1) {
      fingerprinter.begin();
      for (const value of [
        `jo.bloggs${at >> 4}@nhs.example`,
        `V${at & 3}`,
        `2026-11-${10 + ((at >> 2) & 3)}`,
      ])
        fingerprinter.add(value);
      const { high, low } = fingerprinter.end();
      whole.add(fingerprintText({ high, low }));
      halves[0]?.add(high);
      halves[1]?.add(low);
    }
    assert.equal(whole.size, rows);
    // By chance alone seven pairs would share thirty-two bits.
    for (const half of halves) assert.ok(half.size > rows - 40, `${rows - half.size} share a half`);
  });
});

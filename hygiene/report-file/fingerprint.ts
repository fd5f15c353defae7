/** One number for what a row says, so that a row which says nothing new is known without looking at its account. */

/** Sixty-four bits, in two halves: among millions of rows no two that differ are likely to share them. */
export interface Fingerprint {
  high: number;
  low: number;
}

const SEPARATOR = 9;
const FIRST_FACTOR = 0x85ebca6b;
const SECOND_FACTOR = 0xc2b2ae35;

/**
 * Takes the values of one row after the other. They are taken as they were read, in one order whichever order the file
 * has: what matters is what a row says.
 */
export function createFingerprinter() {
  let high = 0;
  let low = 0;
  const take = (code: number) => {
    high = Math.imul(high ^ code, FIRST_FACTOR);
    high ^= high >>> 15;
    low = Math.imul(low ^ code, SECOND_FACTOR);
    low = (((low << 13) | (low >>> 19)) + high) | 0;
  };
  return {
    begin() {
      high = 0x2545f491;
      low = 0x4f6cdd1d;
    },
    add(value: string) {
      for (let at = 0; at < value.length; at += 1) take(value.charCodeAt(at));
      take(SEPARATOR);
    },
    /** Never two zeros: those stand for no fingerprint. */
    end(): Fingerprint {
      for (let round = 0; round < 4; round += 1) take(round);
      return high === 0 && low === 0 ? { high: 0, low: 1 } : { high, low };
    },
  };
}

const bytes = new DataView(new ArrayBuffer(8));

/** As PostgreSQL writes a bigint. */
export function fingerprintText({ high, low }: Fingerprint): string {
  bytes.setInt32(0, high);
  bytes.setInt32(4, low);
  return bytes.getBigInt64(0).toString();
}

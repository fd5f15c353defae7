/** One number for what a row says, so that a row which says nothing new is known without looking at its account. */

/** Sixty-four bits, in two halves: among millions of rows no two that differ are likely to share them. */
export interface Fingerprint {
  high: number;
  low: number;
}

/** A tab: no value has one. */
const SEPARATOR = 9;
/** So that the last character of a row is as well mixed as its first. */
const END = 'end';
const FIRST_FACTOR = 0x85ebca6b;
const SECOND_FACTOR = 0xc2b2ae35;

/**
 * Takes the values of one row after the other. They are taken as they were read, in one order whichever order the file
 * has: what matters is what a row says.
 */
export function createFingerprinter() {
  let high = 0;
  let low = 0;
  return {
    begin() {
      high = 0x2545f491;
      low = 0x4f6cdd1d;
    },
    add(value: string) {
      let [first, second] = [high, low];
      const { length } = value;
      // Two characters of sixteen bits at a time.
      for (let at = 0; at <= length; at += 2) {
        const one = at < length ? value.charCodeAt(at) : SEPARATOR;
        const code =
          at + 1 < length
            ? one | (value.charCodeAt(at + 1) << 16)
            : at < length
              ? one | (SEPARATOR << 16)
              : one;
        first = Math.imul(first ^ code, FIRST_FACTOR);
        first ^= first >>> 15;
        second = Math.imul(second ^ code, SECOND_FACTOR);
        second = (((second << 13) | (second >>> 19)) + first) | 0;
      }
      high = first;
      low = second;
    },
    /** Never two zeros: those stand for no fingerprint. */
    end(): Fingerprint {
      this.add(END);
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

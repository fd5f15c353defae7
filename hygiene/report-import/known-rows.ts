/** The fingerprints of the accounts as they are, held together while a report is read: twenty-four bytes for each. */
import type { Database } from '../../delivery/database.ts';
import { type Fingerprint, fingerprintText } from '../report-file/fingerprint.ts';

export interface KnownRows {
  /** @returns `new` when no account says this, `same` when one does, or the line that has said it before. */
  see(fingerprint: Fingerprint, line: number): 'new' | 'same' | number;
  /** The line that has said what this account says, by its fingerprint as text. */
  lineOf(fingerprint: string): number | undefined;
  /** Another row speaks for this account. */
  unsee(fingerprint: string): void;
  seen(): { count: number; check: string };
  /** Those that were seen, or those that were not: whichever are fewer. */
  shorterList(): { isSeen: boolean; lines: AsyncGenerator<string> };
}

/** Pages of the table that are asked for at once. */
const PAGES = 4000;
const BYTES = 8;
const NOT_SEEN = 0;
/** Two accounts have this fingerprint, so it says nothing. */
const SHARED = -1;
const LINES_AT_ONCE = 5000;

export async function loadKnownRows(database: Database): Promise<KnownRows> {
  const [size] = await database.query<{ pages: number; accounts: number }>(
    `select (pg_relation_size('account') / current_setting('block_size')::bigint)::int as pages,
       (select count(*) from account where fingerprint is not null and named_in is null) as accounts`,
  );
  const { pages = 0, accounts = 0 } = size ?? {};
  const rows = roomFor(accounts);
  for (let from = 0; from < pages && accounts > 0; from += PAGES) {
    const [part] = await database.query<{ fingerprints: Uint8Array | null }>(
      `select string_agg(int8send(fingerprint), ''::bytea) as fingerprints from account
       where ctid >= '(${from},0)'::tid and ctid < '(${from + PAGES},0)'::tid
         and fingerprint is not null and named_in is null`,
    );
    if (part?.fingerprints) rows.addAll(part.fingerprints);
  }
  return rows;
}

function roomFor(accounts: number): KnownRows & { addAll(fingerprints: Uint8Array): void } {
  // An account that comes meanwhile needs room as well.
  let places = 1024;
  while (places < accounts * 1.4 + 100) places *= 2;
  let held = 0;
  let shared = 0;
  const highs = new Int32Array(places);
  const lows = new Int32Array(places);
  const lines = new Int32Array(places);
  const mask = places - 1;

  /** Where it stands, or would. */
  function placeOf(high: number, low: number): number {
    let at = low & mask;
    while ((highs[at] !== 0 || lows[at] !== 0) && (highs[at] !== high || lows[at] !== low))
      at = (at + 1) & mask;
    return at;
  }

  const isHeld = (at: number) => highs[at] !== 0 || lows[at] !== 0;
  const textAt = (at: number) => fingerprintText({ high: highs[at] ?? 0, low: lows[at] ?? 0 });
  const isSeenAt = (at: number) => (lines[at] ?? 0) > NOT_SEEN;

  function find(text: string): number {
    const value = BigInt(text);
    return placeOf(Number(BigInt.asIntN(32, value >> 32n)), Number(BigInt.asIntN(32, value)));
  }

  function seen() {
    let [count, high, low] = [0, 0, 0];
    for (let at = 0; at < places; at += 1) {
      if (!isSeenAt(at)) continue;
      count += 1;
      high ^= highs[at] ?? 0;
      low ^= lows[at] ?? 0;
    }
    return { count, check: fingerprintText({ high, low }) };
  }

  async function* listed(isSeen: boolean) {
    let text = '';
    let gathered = 0;
    for (let at = 0; at < places; at += 1) {
      if (!isHeld(at) || isSeenAt(at) !== isSeen) continue;
      text += `${textAt(at)}\n`;
      gathered += 1;
      if (gathered % LINES_AT_ONCE !== 0) continue;
      yield text;
      text = '';
    }
    yield text;
  }

  return {
    addAll(fingerprints) {
      const view = new DataView(fingerprints.buffer, fingerprints.byteOffset, fingerprints.byteLength);
      for (let from = 0; from + BYTES <= view.byteLength && held < places - 100; from += BYTES) {
        const [high, low] = [view.getInt32(from), view.getInt32(from + 4)];
        const at = placeOf(high, low);
        if (isHeld(at)) {
          lines[at] = SHARED;
          shared += 1;
          continue;
        }
        highs[at] = high;
        lows[at] = low;
        held += 1;
      }
    },
    see({ high, low }, line) {
      const at = placeOf(high, low);
      if (!isHeld(at) || lines[at] === SHARED) return 'new';
      const before = lines[at] ?? NOT_SEEN;
      if (before !== NOT_SEEN) return before;
      lines[at] = line;
      return 'same';
    },
    lineOf(text) {
      const line = lines[find(text)] ?? NOT_SEEN;
      return line > NOT_SEEN ? line : undefined;
    },
    unsee(text) {
      lines[find(text)] = NOT_SEEN;
    },
    seen,
    shorterList() {
      const isSeen = seen().count * 2 < held + shared;
      return { isSeen, lines: listed(isSeen) };
    },
  };
}

/** The fingerprints of the accounts as they are, held in memory while a report is read: eighteen bytes for each, and eight more while they are fetched. */
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
const CELLS = 3;
const FREE_ROOM = 1.5;
/** In characters. */
const PIECE = 32_000;

export async function loadKnownRows(database: Database): Promise<KnownRows> {
  const [size] = await database.query<{ pages: number }>(
    `select (pg_relation_size('account') / current_setting('block_size')::bigint)::int as pages`,
  );
  const parts: Uint8Array[] = [];
  for (let from = 0; from < (size?.pages ?? 0); from += PAGES) {
    const [part] = await database.query<{ fingerprints: Uint8Array | null }>(
      `select string_agg(int8send(fingerprint), ''::bytea) as fingerprints from account
       where ctid >= '(${from},0)'::tid and ctid < '(${from + PAGES},0)'::tid
         and fingerprint is not null and named_in is null`,
    );
    if (part?.fingerprints) parts.push(part.fingerprints);
  }
  const rows = roomFor(parts.reduce((bytes, part) => bytes + part.length, 0) / BYTES);
  for (const part of parts) rows.addAll(part);
  return rows;
}

/** Three numbers a place, side by side: a row is looked up in one reach into memory. */
function roomFor(accounts: number): KnownRows & { addAll(fingerprints: Uint8Array): void } {
  // Never full: a search ends at an empty place. A fuller one is slower.
  const places = Math.ceil(accounts * FREE_ROOM) + 1;
  const cells = new Int32Array(places * CELLS);
  const end = cells.length;
  let held = 0;
  let shared = 0;

  const isHeld = (at: number) => cells[at] !== 0 || cells[at + 1] !== 0;
  const lineAt = (at: number) => cells[at + 2] ?? NOT_SEEN;
  const textAt = (at: number) => fingerprintText({ high: cells[at] ?? 0, low: cells[at + 1] ?? 0 });

  /** Where it stands, or would. */
  function placeOf(high: number, low: number): number {
    let at = ((low >>> 0) % places) * CELLS;
    while (isHeld(at) && (cells[at] !== high || cells[at + 1] !== low))
      at = at + CELLS === end ? 0 : at + CELLS;
    return at;
  }

  function find(text: string): number {
    const value = BigInt(text);
    return placeOf(Number(BigInt.asIntN(32, value >> 32n)), Number(BigInt.asIntN(32, value)));
  }

  function seen() {
    let [count, high, low] = [0, 0, 0];
    for (let at = 0; at < end; at += CELLS) {
      if (lineAt(at) <= NOT_SEEN) continue;
      count += 1;
      high ^= cells[at] ?? 0;
      low ^= cells[at + 1] ?? 0;
    }
    return { count, check: fingerprintText({ high, low }) };
  }

  async function* listed(isSeen: boolean) {
    let text = '';
    for (let at = 0; at < end; at += CELLS) {
      if (!isHeld(at) || lineAt(at) > NOT_SEEN !== isSeen) continue;
      text += `${textAt(at)}\n`;
      if (text.length < PIECE) continue;
      yield text;
      text = '';
    }
    yield text;
  }

  return {
    addAll(fingerprints) {
      const view = new DataView(fingerprints.buffer, fingerprints.byteOffset, fingerprints.byteLength);
      for (let from = 0; from < view.byteLength; from += BYTES) {
        const [high, low] = [view.getInt32(from), view.getInt32(from + 4)];
        const at = placeOf(high, low);
        if (isHeld(at)) {
          cells[at + 2] = SHARED;
          shared += 1;
          continue;
        }
        cells[at] = high;
        cells[at + 1] = low;
        held += 1;
      }
    },
    see({ high, low }, line) {
      const at = placeOf(high, low);
      const before = lineAt(at);
      if (!isHeld(at) || before === SHARED) return 'new';
      if (before !== NOT_SEEN) return before;
      cells[at + 2] = line;
      return 'same';
    },
    lineOf(text) {
      const line = lineAt(find(text));
      return line > NOT_SEEN ? line : undefined;
    },
    unsee(text) {
      cells[find(text) + 2] = NOT_SEEN;
    },
    seen,
    shorterList() {
      const isSeen = seen().count * 2 < held + shared;
      return { isSeen, lines: listed(isSeen) };
    },
  };
}

/** Reports as an administrator would bring them: a table in CSV, read and put in use. */
import assert from 'node:assert/strict';
import type { BulkDatabase } from '../../../delivery/database.ts';
import type { Day } from '../../../hygiene/day.ts';
import {
  type IncomingReport,
  type Staging,
  stageReport,
} from '../../../hygiene/report-import/stage-report.ts';
import { type UseOutcome, type UseRequest, useReport } from '../../../hygiene/report-import/use-report.ts';
import { NOW, RULES_2022, TODAY } from '../sample-accounts.ts';

export const HEADER =
  'Email Address,Display Name,ODS Code,Account Type,Account Status,Last Activity Date,Created Date,AUP Accepted';

/** A row about an ordinary person of N1, last used on 16 November 2026 unless it says otherwise. */
export function row(name: string, details: { ods?: string; used?: string; status?: string } = {}): string {
  const { ods = 'N1', used = '16/11/2026', status = 'Active' } = details;
  return `${name}@example.org,${name},${ods},User,${status},${used},01/02/2020,Yes`;
}

export function csv(...rows: string[]): string {
  return [HEADER, ...rows].join('\r\n');
}

export async function* bytes(text: string, pieceLength = 7): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += pieceLength) yield all.subarray(at, at + pieceLength);
}

export function stage(
  database: BulkDatabase,
  text: string,
  more: Partial<IncomingReport> = {},
): Promise<Staging> {
  return stageReport(database, {
    content: bytes(text),
    source: 'test',
    takenOn: TODAY,
    today: TODAY,
    now: NOW,
    ...more,
  });
}

export async function staged(database: BulkDatabase, text: string, more: Partial<IncomingReport> = {}) {
  const staging = await stage(database, text, more);
  assert.ok(staging.outcome === 'staged', staging.outcome);
  return staging;
}

export function use(
  database: BulkDatabase,
  stagedId: number,
  more: Partial<UseRequest> = {},
): Promise<UseOutcome> {
  return useReport(database, {
    stagedId,
    actor: { commandLine: 'tester' },
    complete: [],
    profile: RULES_2022,
    day: TODAY,
    now: NOW,
    ...more,
  });
}

/** Reads a report and puts it in use. */
export async function bring(
  database: BulkDatabase,
  text: string,
  more: Partial<UseRequest> & { takenOn?: Day } = {},
) {
  const { takenOn = TODAY, ...request } = more;
  const today = takenOn > TODAY ? takenOn : TODAY;
  const { stagedId } = await staged(database, text, { takenOn, today });
  const used = await use(database, stagedId, request);
  assert.ok(used.outcome === 'used', used.outcome);
  return used;
}

/** Every account, in a line each. */
export async function accounts(database: BulkDatabase): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select concat_ws(' ', split_part(address, '@', 1), ods_code, status, last_active_on) as line
     from account order by address`,
  );
  return rows.map(({ line }) => line);
}

/** A report that was read and is not in use yet. It waits for a yes for an hour; then it is thrown away. */
import type { TeamsPerson } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import type { Day } from '../day.ts';
import { areStillSame, knownOf, type SameRows } from './same-rows.ts';

const LASTS_MS = 60 * 60 * 1000;
/** Of one person. An earlier one is thrown away: each fills a table of its own. */
const MOST_WAITING = 5;

export interface NewOrganisation {
  odsCode: string;
  name: string;
  isNas: boolean;
}

export interface StagedReport {
  stagedId: number;
  source: string;
  takenOn: Day;
  /** Nobody has said of which day it is: `takenOn` is the likely one. */
  asksDay: boolean;
  /** The organisations that it names. */
  odsCodes: string[];
  rows: number;
  /** Rows of which not even the account is known. */
  nameless: number;
  newOrganisations: NewOrganisation[];
  /** Those of its rows that say what their accounts say already: they are not in its table. */
  same: SameRows;
}

/** The table that holds its rows, but for those that say nothing new. */
export function rowsOf({ stagedId }: { stagedId: number }): string {
  return `staging.rows_${Number(stagedId)}`;
}

/** Makes room for a report. What waited for too long is thrown away first. @returns its id. */
export async function beginStaging(
  database: Database,
  { source, by, now }: { source: string; by?: TeamsPerson; now: Date },
): Promise<number> {
  await discardExpired(database, now);
  if (by) await discardEarlier(database, by);
  const [row] = await database.query<{ stagedId: number }>(
    `insert into staged_report (staged_at, tenant_id, aad_object_id, source) values ($1, $2, $3, $4)
     returning staged_id as "stagedId"`,
    [now, by?.tenantId ?? null, by?.aadObjectId ?? null, source],
  );
  if (!row) throw new Error('The report could not be staged.');
  await database.query(`drop table if exists ${rowsOf(row)}, ${knownOf(row)}`);
  // Not logged: after a crash its rows are gone, and the report is read again.
  await database.query(`create unlogged table ${rowsOf(row)} (
    line int not null, usable boolean not null, fingerprint bigint, address text not null, ods_code text, display_name text, kind text,
    status text, last_active_on date, never_used boolean default false, created_on date, set_up_complete boolean,
    disabled_on date, deleted_on date, leaver_on date, password_expires_on date)`);
  await database.query(`create unlogged table ${knownOf(row)} (fingerprint bigint not null)`);
  return row.stagedId;
}

async function discardEarlier(database: Database, { tenantId, aadObjectId }: TeamsPerson): Promise<void> {
  await database.query(
    `delete from staged_report where staged_id = any(array(
       select staged_id from staged_report where tenant_id = $1 and aad_object_id = $2 and taken_on is not null
       order by staged_id desc offset ${MOST_WAITING - 1}))`,
    [tenantId, aadObjectId],
  );
}

/** Says that it was read to its end. */
export async function finishStaging(database: Database, staged: StagedReport): Promise<void> {
  await database.query(
    `update staged_report set taken_on = $2::date, ods_codes = $3::text[], row_count = $4, nameless_count = $5,
       new_organisations = $6::jsonb, asks_day = $7, same_count = $8, same_check = $9::bigint, same_listed = $10
     where staged_id = $1`,
    [
      staged.stagedId,
      staged.takenOn,
      staged.odsCodes,
      staged.rows,
      staged.nameless,
      JSON.stringify(staged.newOrganisations),
      staged.asksDay,
      staged.same.count,
      staged.same.check,
      staged.same.isListed,
    ],
  );
}

/**
 * The report, when this person brought it (or the command line did, for `undefined`) and it still waits, and what it
 * left out is still so. Locks it, so that two presses of a button put it in use once.
 */
export async function waitingReport(
  transaction: Database,
  stagedId: number,
  by: TeamsPerson | undefined,
  now: Date,
): Promise<StagedReport | undefined> {
  const [staged] = await transaction.query<StagedReport>(
    `select staged_id as "stagedId", source, taken_on as "takenOn", ods_codes as "odsCodes", row_count as rows,
       nameless_count as nameless, new_organisations as "newOrganisations", asks_day as "asksDay",
       json_build_object('count', same_count, 'check', same_check::text, 'isListed', same_listed) as same
     from staged_report
     where staged_id = $1 and tenant_id is not distinct from $2 and aad_object_id is not distinct from $3
       and taken_on is not null and staged_at > $4 for update`,
    [stagedId, by?.tenantId ?? null, by?.aadObjectId ?? null, new Date(now.getTime() - LASTS_MS)],
  );
  if (!staged) return undefined;
  const [kept] = await transaction.query<{ rows: number }>(
    `select count(*) as rows from ${rowsOf(staged)} where usable`,
  );
  if (kept?.rows !== staged.rows - staged.same.count) return undefined;
  return (await areStillSame(transaction, staged)) ? staged : undefined;
}

/** Throws it away. @returns false when there is nothing that this person could throw away. */
export async function discardStaged(
  database: Database,
  stagedId: number,
  by: TeamsPerson | undefined,
): Promise<boolean> {
  const deleted = await database.query(
    `delete from staged_report where staged_id = $1 and tenant_id is not distinct from $2
       and aad_object_id is not distinct from $3 returning 1`,
    [stagedId, by?.tenantId ?? null, by?.aadObjectId ?? null],
  );
  return deleted.length > 0;
}

/** Reports that nobody put in use within the hour, and those of an import that was broken off. */
export async function discardExpired(database: Database, now: Date): Promise<void> {
  await database.query('delete from staged_report where staged_at <= $1', [
    new Date(now.getTime() - LASTS_MS),
  ]);
}

/** How many rows can be used of each organisation, those with the most first. */
export function rowsByOrganisation(
  database: Database,
  staged: { stagedId: number },
  most: number,
): Promise<{ odsCode: string; rows: number }[]> {
  return database.query(
    `select ods_code as "odsCode", count(*) as rows from ${rowsOf(staged)} where usable
     group by ods_code order by count(*) desc, ods_code limit $1`,
    [most],
  );
}

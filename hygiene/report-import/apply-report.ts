/** Makes the accounts what a weighed report says. Only rows that it changes are touched, and those are kept as they were. */
import type { Database } from '../../delivery/database.ts';
import { PORTAL_STATUSES } from '../account-status.ts';
import type { Day } from '../day.ts';
import { withoutIndexes } from './bulk-load.ts';
import { rowsOf, type StagedReport } from './staged-report.ts';
import { columnsOf, FACT_COLUMNS, KEPT_COLUMNS, SET_FACTS, STAGED_FACTS } from './staged-sql.ts';
import type { WeighedReport } from './weigh-report.ts';

export interface ReportUse {
  staged: StagedReport;
  weighed: WeighedReport;
  /** Organisations of which it names every account. */
  complete: readonly string[];
  /** How the audit names who brings it. */
  importedBy: string;
  now: Date;
}

const wordsFor = (...conditions: string[]) =>
  Object.entries(PORTAL_STATUSES).flatMap(([word, condition]) =>
    conditions.includes(condition) ? [word] : [],
  );
const IN_USE = wordsFor('active', 'in-use');
const OUT_OF_USE = wordsFor('disabled', 'disabled-leaver', 'deleted', 'changing');

/** From so many new rows on it is worth making the indexes again. */
const BULK = 20_000;

/** After `weighReport`, in the same transaction. @returns the report's id. */
export async function applyReport(transaction: Database, use: ReportUse): Promise<number> {
  const { staged } = use;
  const rows = rowsOf(staged);
  const reportId = await addReport(transaction, use);
  await addOrganisations(transaction, staged);
  if (use.weighed.isFirst) await addAll(transaction, rows, reportId, staged.rows);
  else {
    await transaction.query('delete from account_before where undone_with = any($1::text[])', [
      staged.odsCodes,
    ]);
    await change(transaction, reportId);
    if (use.weighed.weight.unchanged > staged.same.count) await rememberFingerprints(transaction, rows);
    await noticeEnabled(transaction, reportId, staged.takenOn);
    await takeAway(transaction, use, reportId);
    await addNew(transaction, reportId, use.weighed.weight.added);
  }
  await forgetGone(transaction, rows);
  await rememberLastReport(transaction, use, reportId);
  await transaction.query('delete from staged_report where staged_id = $1', [staged.stagedId]);
  return reportId;
}

async function addReport(
  transaction: Database,
  { staged, weighed, importedBy, now }: ReportUse,
): Promise<number> {
  const [report] = await transaction.query<{ reportId: number }>(
    `insert into report (source, taken_on, imported_at, imported_by, staged_id, weight)
     values ($1, $2::date, $3, $4, $5, $6::jsonb) returning report_id as "reportId"`,
    [staged.source, staged.takenOn, now, importedBy, staged.stagedId, JSON.stringify(weighed.weight)],
  );
  if (!report) throw new Error('The report could not be written down.');
  return report.reportId;
}

async function addOrganisations(transaction: Database, { newOrganisations }: StagedReport): Promise<void> {
  if (newOrganisations.length === 0) return;
  await transaction.query(
    `insert into organisation (ods_code, name, is_nas)
     select "odsCode", name, "isNas" from jsonb_to_recordset($1::jsonb) as o("odsCode" text, name text, "isNas" boolean)
     on conflict (ods_code) do nothing`,
    [JSON.stringify(newOrganisations)],
  );
}

async function change(transaction: Database, reportId: number): Promise<void> {
  await transaction.query(
    `insert into account_before (overwritten_in, undone_with, is_gone, ${KEPT_COLUMNS})
     select $1::bigint, staged.ods_code, false, ${columnsOf('account', KEPT_COLUMNS.split(', '))}
     from difference staged join account on account.address = staged.address where not staged.is_new`,
    [reportId],
  );
  await transaction.query(
    `update account set ${SET_FACTS}, fingerprint = staged.fingerprint, changed_in = $1::bigint, named_in = null
     from difference staged where not staged.is_new and account.address = staged.address`,
    [reportId],
  );
}

/** Of accounts that it tells of in the same way, and that had another fingerprint or none. */
async function rememberFingerprints(transaction: Database, rows: string): Promise<void> {
  await transaction.query(
    `update account set fingerprint = staged.fingerprint from ${rows} staged
     where account.address = staged.address and staged.usable
       and account.fingerprint is distinct from staged.fingerprint`,
  );
}

/** An account that the report before showed disabled or deleted, and this one shows in use, was enabled in between. */
async function noticeEnabled(transaction: Database, reportId: number, takenOn: Day): Promise<void> {
  await transaction.query(
    `update account set enabled_on = $2::date from account_before before
     where before.overwritten_in = $1::bigint and not before.is_gone and before.address = account.address
       and lower(btrim(before.status)) = any($3::text[]) and lower(btrim(account.status)) = any($4::text[])`,
    [reportId, takenOn, OUT_OF_USE, IN_USE],
  );
}

/** An account that the report does not name is gone, or the report before stays the last that names it. */
async function takeAway(
  transaction: Database,
  { complete, staged }: ReportUse,
  reportId: number,
): Promise<void> {
  const gone =
    'missing.address = account.address and not missing.is_named and missing.ods_code = any($1::text[])';
  await transaction.query(
    `insert into account_before (overwritten_in, undone_with, is_gone, ${KEPT_COLUMNS})
     select $2::bigint, account.ods_code, true, ${columnsOf('account', KEPT_COLUMNS.split(', '))}
     from account join missing on ${gone}`,
    [complete, reportId],
  );
  await transaction.query(
    `with gone as (delete from account using missing where ${gone} returning account.address, account.ods_code)
     insert into gone_account (address, ods_code, report_id, gone_on)
     select address, ods_code, $2::bigint, $3::date from gone
     on conflict (address) do update set ods_code = excluded.ods_code, report_id = excluded.report_id,
       gone_on = excluded.gone_on`,
    [complete, reportId, staged.takenOn],
  );
  await transaction.query(
    `update account set named_in = latest.report_id from missing join organisation_report latest using (ods_code)
     where missing.address = account.address and account.named_in is null`,
  );
}

async function addAll(transaction: Database, rows: string, reportId: number, count: number): Promise<void> {
  const insert = () => insertFrom(transaction, `${rows} staged where staged.usable`, reportId);
  if (count < BULK) return insert();
  await withoutIndexes(transaction, insert);
  await transaction.query('analyze account');
}

async function addNew(transaction: Database, reportId: number, count: number): Promise<void> {
  const insert = () => insertFrom(transaction, 'difference staged where staged.is_new', reportId);
  await ((await isBulk(transaction, count)) ? withoutIndexes(transaction, insert) : insert());
}

/** Whether the new rows are many, and far more than there are. */
async function isBulk(transaction: Database, count: number): Promise<boolean> {
  if (count <= BULK) return false;
  const [before] = await transaction.query<{ accounts: number }>('select count(*) as accounts from account');
  return count > 10 * (before?.accounts ?? 0);
}

async function insertFrom(transaction: Database, from: string, reportId: number): Promise<void> {
  await transaction.query(
    `insert into account (address, ${FACT_COLUMNS}, fingerprint, changed_in)
     select staged.address, ${STAGED_FACTS}, staged.fingerprint, $1::bigint from ${from}`,
    [reportId],
  );
}

/** What is named again is not gone. */
async function forgetGone(transaction: Database, rows: string): Promise<void> {
  const [gone] = await transaction.query('select 1 from gone_account limit 1');
  if (!gone) return;
  await transaction.query(
    `delete from gone_account using ${rows} staged where gone_account.address = staged.address and staged.usable`,
  );
}

async function rememberLastReport(
  transaction: Database,
  { staged, complete }: ReportUse,
  reportId: number,
): Promise<void> {
  await transaction.query(
    `insert into organisation_report as latest (ods_code, report_id, is_complete, can_undo)
     select ods_code, $2::bigint, ods_code = any($3::text[]), true from unnest($1::text[]) ods_code
     on conflict (ods_code) do update set report_id = excluded.report_id, is_complete = excluded.is_complete,
       can_undo = true, previous_report_id = latest.report_id, previous_is_complete = latest.is_complete`,
    [staged.odsCodes, reportId, complete],
  );
}

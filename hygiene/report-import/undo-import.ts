/** Takes back the last import of an organisation: its accounts stand as they stood before it. */
import { type Actor, type AuditEntry, recordAudits } from '../../access/audit.ts';
import type { Database } from '../../delivery/database.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { columnsOf, KEPT_COLUMNS } from './staged-sql.ts';

export interface UndoRequest {
  odsCodes: readonly string[];
  /** Only this import, when it is still the last one; the last one of each, whichever it is, when it is left out. */
  reportId?: number;
  actor: Actor;
  /** Only says what it would change. */
  dryRun?: boolean;
  now: Date;
}

export interface UndoResult {
  /** The organisations whose last import was taken back; the others have none that can be. */
  odsCodes: string[];
  /** Accounts that the import had added, changed and taken away. */
  removed: number;
  restored: number;
  broughtBack: number;
}

class DryRun extends Error {}

/** @param request whoever asks may act for these organisations: that is asked before. */
export async function undoImport(database: Database, request: UndoRequest): Promise<UndoResult> {
  let result: UndoResult = { odsCodes: [], removed: 0, restored: 0, broughtBack: 0 };
  try {
    await database.transaction(async (transaction) => {
      result = await undoWithin(transaction, request);
      if (request.dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return result;
}

async function undoWithin(transaction: Database, request: UndoRequest): Promise<UndoResult> {
  await oneAtATime(transaction);
  const { actor, now, reportId = null } = request;
  const last = await transaction.query<{ odsCode: string; reportId: number }>(
    `select ods_code as "odsCode", report_id as "reportId" from organisation_report
     where ods_code = any($1::text[]) and can_undo and ($2::bigint is null or report_id = $2::bigint)
     order by ods_code for update`,
    [request.odsCodes, reportId],
  );
  const odsCodes = last.map(({ odsCode }) => odsCode);
  const removed = await countOf(transaction, REMOVE_ADDED, odsCodes);
  const restored = await countOf(transaction, RESTORE_CHANGED, odsCodes);
  const broughtBack = await countOf(transaction, BRING_BACK, odsCodes);
  for (const statement of FORGET) await transaction.query(statement, [odsCodes]);
  await recordAudits(
    transaction,
    last.map((each): AuditEntry => {
      return {
        actor,
        what: 'report.undone',
        odsCode: each.odsCode,
        subject: `report:${each.reportId}`,
        at: now,
      };
    }),
  );
  return { odsCodes, removed, restored, broughtBack };
}

const KEPT = KEPT_COLUMNS.split(', ');
const RESTORED = KEPT.filter((column) => column !== 'address');

const REMOVE_ADDED = `
  delete from account using organisation_report last
  where last.ods_code = any($1::text[]) and account.ods_code = last.ods_code and account.changed_in = last.report_id
    and not exists (select 1 from account_before
      where overwritten_in = last.report_id and account_before.address = account.address)`;

const RESTORE_CHANGED = `
  update account set ${RESTORED.map((each) => `${each} = account_before.${each}`).join(', ')}
  from account_before join organisation_report last
    on last.ods_code = account_before.undone_with and last.report_id = account_before.overwritten_in
  where account_before.undone_with = any($1::text[]) and not account_before.is_gone
    and account.address = account_before.address and account.changed_in = last.report_id`;

/** Unless another organisation's report has named the account since. */
const BRING_BACK = `
  insert into account (${KEPT_COLUMNS})
  select ${columnsOf('account_before', KEPT)}
  from account_before join organisation_report last
    on last.ods_code = account_before.undone_with and last.report_id = account_before.overwritten_in
  where account_before.undone_with = any($1::text[]) and account_before.is_gone
  on conflict (address) do nothing`;

const FORGET = [
  `delete from gone_account using organisation_report last
   where last.ods_code = any($1::text[]) and gone_account.ods_code = last.ods_code
     and gone_account.report_id = last.report_id`,
  // What the import did not name was named last by the report before it, and is so again.
  `update account set named_in = null from organisation_report last
   where last.ods_code = any($1::text[]) and account.ods_code = last.ods_code
     and account.named_in = last.previous_report_id`,
  'delete from account_before where undone_with = any($1::text[])',
  `delete from organisation_report where ods_code = any($1::text[]) and previous_report_id is null`,
  `update organisation_report set report_id = previous_report_id, is_complete = previous_is_complete,
     can_undo = false, previous_report_id = null, previous_is_complete = null
   where ods_code = any($1::text[])`,
];

async function countOf(database: Database, change: string, odsCodes: readonly string[]): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `with done as (${change} returning 1) select count(*) as count from done`,
    [odsCodes],
  );
  return row?.count ?? 0;
}

/** What a staged report would change, found by one comparison of all its rows with the accounts as they are. */
import type { Database } from '../../delivery/database.ts';
import type { Day } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import { newlyFlagged } from './newly-flagged.ts';
import { perOrganisation } from './per-organisation.ts';
import { isSame } from './same-rows.ts';
import { rowsOf, type StagedReport } from './staged-report.ts';
import { columnsOf, STAGED_FACTS } from './staged-sql.ts';

export interface Weight {
  /** Rows that can be used: `added`, `changed` and `unchanged` together. */
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Of the changed ones: came from another organisation. */
  moved: number;
  /** How many accounts its organisations have now. */
  accountsBefore: number;
  /** Accounts of its organisations that it does not name. */
  missing: number;
  /** Those of them that are taken away, because it is declared complete for their organisation. */
  gone: number;
  /** Accounts that are in order now and would be due, inactive or overdue by what it says. */
  newlyFlagged: number;
  /** So much is gone or newly flagged that it looks like a mistake: where, with their figures; `''` is all together. */
  large: LargeChange[];
}

export interface LargeChange {
  odsCode: string;
  accounts: number;
  gone: number;
  newlyFlagged: number;
}

export interface Question {
  /** Organisations of which it names every account. */
  complete: readonly string[];
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
}

/** More than this share gone or newly flagged is a large change. */
const LARGE_SHARE = 0.2;
/** Of one organisation among many only when it is so many accounts: one of three is nothing unusual. */
const LARGE_NUMBER = 10;

export interface WeighedReport {
  weight: Weight;
  /** There are no accounts yet at all, so every row is a new one. */
  isFirst: boolean;
}

/**
 * Leaves two temporary tables for `apply-report.ts`: `difference`, the staged row of each account that is new or told of
 * in another way, and `missing`. Call it in a transaction.
 */
export async function weighReport(
  transaction: Database,
  staged: StagedReport,
  question: Question,
): Promise<WeighedReport> {
  const { rows } = staged;
  const isFirst = (await transaction.query('select 1 from account limit 1')).length === 0;
  if (isFirst) return { weight: { ...NOTHING, rows, added: rows }, isFirst };
  await compare(transaction, staged);
  const counted = await transaction.query<
    Pick<Weight, 'added' | 'changed' | 'moved' | 'missing' | 'accountsBefore'>
  >(
    `select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed,
       count(*) filter (where is_moved) as moved, (select count(*) from missing) as missing,
       (select count(*) from other) + $1::bigint as "accountsBefore" from difference`,
    [staged.same.count],
  );
  const counts = { ...NOTHING, ...counted[0] };
  const gone = await perOrganisation(
    transaction,
    `select ods_code as "odsCode", count(*) as count from missing
     where not is_named and ods_code = any($1::text[]) group by ods_code`,
    [question.complete],
  );
  const flagged = await newlyFlagged(transaction, question.profile, question.day);
  const weight = {
    ...counts,
    rows,
    unchanged: rows - counts.added - counts.changed,
    gone: sum(gone),
    newlyFlagged: sum(flagged),
    large: await largeChanges(transaction, counts.accountsBefore, gone, flagged),
  };
  return { weight, isFirst };
}

const NOTHING: Weight = {
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  moved: 0,
  accountsBefore: 0,
  missing: 0,
  gone: 0,
  newlyFlagged: 0,
  large: [],
};

async function compare(transaction: Database, staged: StagedReport): Promise<void> {
  const rows = rowsOf(staged);
  await transaction.query(
    `create temporary table difference on commit drop as
     select staged.*, account.address is null as is_new,
       coalesce(account.ods_code <> staged.ods_code, false) as is_moved
     from ${rows} staged left join account on account.address = staged.address
     where staged.usable and (account.address is null
       or (${columnsOf('account')}, account.named_in) is distinct from (${STAGED_FACTS}, null::bigint))`,
  );
  await transaction.query('analyze difference');
  // Of the accounts of its organisations, those that no row was left out for.
  await transaction.query(
    `create temporary table other on commit drop as
     select account.address, account.ods_code from account
     where account.ods_code = any($1::text[]) and not ${isSame(staged)}`,
    [staged.odsCodes],
  );
  await transaction.query('analyze other');
  await transaction.query(
    `create temporary table missing on commit drop as
     select other.address, other.ods_code,
       other.address in (select address from ${rows} where not usable) as is_named
     from other where not exists (
       select 1 from ${rows} staged where staged.address = other.address and staged.usable)`,
  );
}

async function largeChanges(
  transaction: Database,
  accountsBefore: number,
  gone: ReadonlyMap<string, number>,
  flagged: ReadonlyMap<string, number>,
): Promise<LargeChange[]> {
  const touched = [...new Set([...gone.keys(), ...flagged.keys()])];
  if (touched.length === 0) return [];
  const accounts = await perOrganisation(
    transaction,
    `select ods_code as "odsCode", count(*) as count from account where ods_code = any($1::text[]) group by ods_code`,
    [touched],
  );
  const all = { odsCode: '', accounts: accountsBefore, gone: sum(gone), newlyFlagged: sum(flagged) };
  const each = touched.map((odsCode) => ({
    odsCode,
    accounts: accounts.get(odsCode) ?? 0,
    gone: gone.get(odsCode) ?? 0,
    newlyFlagged: flagged.get(odsCode) ?? 0,
  }));
  return [all, ...each].filter((change) => {
    const number = change.gone + change.newlyFlagged;
    const isMany = change.odsCode === '' || number >= LARGE_NUMBER;
    return isMany && number > change.accounts * LARGE_SHARE;
  });
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** The sweep of the day over all organisations, and the one of those that have a new report since. */
import type { Database } from '../delivery/database.ts';
import type { Day } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { type SweepResult, sweepWithin } from './sweep.ts';

export interface SweepQuestion {
  profile: LifecycleProfile;
  /** Today, in the service's time zone. */
  day: Day;
  now: Date;
}

export interface DailySweepResult extends SweepResult {
  /** Organisations that were left out: their report is too old to say anything of today. */
  skipped: number;
}

const IS_FRESH = `taken_on between $1::date - $2::int and $1::date`;
const LATEST = 'organisation_report latest join report using (report_id)';

/** Flags of organisations with an old report stay as they are: nothing is known that could change them. */
export function dailySweep(database: Database, question: SweepQuestion): Promise<DailySweepResult> {
  return database.transaction(async (transaction) => {
    const { odsCodes, skipped } = await organisations(transaction, question, false);
    const result = await sweepWithin(transaction, { ...question, odsCodes, skipped });
    await markSwept(transaction, odsCodes);
    return { ...result, skipped };
  });
}

/** @returns how many organisations had a report that no sweep had seen. */
export function sweepNewReports(database: Database, question: SweepQuestion): Promise<number> {
  return database.transaction(async (transaction) => {
    const { odsCodes } = await organisations(transaction, question, true);
    if (odsCodes.length === 0) return 0;
    await sweepWithin(transaction, { ...question, odsCodes });
    await markSwept(transaction, odsCodes);
    return odsCodes.length;
  });
}

async function organisations(transaction: Database, { profile, day }: SweepQuestion, onlyNew: boolean) {
  const rows = await transaction.query<{ odsCode: string; isFresh: boolean }>(
    `select ods_code as "odsCode", ${IS_FRESH} as "isFresh" from ${LATEST}
     where not $3::boolean or latest.swept_report is distinct from latest.report_id`,
    [day, profile.reportMaxAgeDays, onlyNew],
  );
  const odsCodes = rows.filter(({ isFresh }) => isFresh).map(({ odsCode }) => odsCode);
  return { odsCodes, skipped: rows.length - odsCodes.length };
}

async function markSwept(transaction: Database, odsCodes: readonly string[]): Promise<void> {
  await transaction.query(
    `update organisation_report set swept_report = report_id
     where ods_code = any($1::text[]) and swept_report is distinct from report_id`,
    [odsCodes],
  );
}

/** What an administrator sees of their organisations: how many accounts at each stage, and which are due soonest. */
import type { Database } from '../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account } from './account.ts';
import type { Day } from './day.ts';
import { oldestLatestReport } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { STAGES, type Stage } from './stage-of.ts';
import { stageSql } from './stage-sql.ts';
import { standingOf } from './standing.ts';

export interface ReportedAccount {
  name: string;
  address: string;
  odsCode: string;
  stage: Stage;
  /** What happens on `date`, such as "de-activated". */
  what: string;
  date: Day;
  /** 0 once it is overdue. */
  daysLeft: number;
}

export interface HygieneReport {
  counts: Record<Stage, number>;
  total: number;
  /** The next to be made inactive or deleted, soonest first. */
  dueSoonest: ReportedAccount[];
  /** Past their day, the most recent first. */
  overdue: ReportedAccount[];
  /** Absent when there is no report yet. */
  reportDate?: Day;
  ageInDays?: number;
  /** Too old to act on. */
  tooOld: boolean;
  source: string;
}

/**
 * @param odsCodes the organisations that the reader administers, and no others: see `organisationsOf`.
 * @param day today, in the organisation's time zone.
 * @param limit the longest each list may be.
 */
export async function hygieneReport(
  database: Database,
  odsCodes: readonly string[],
  profile: LifecycleProfile,
  day: Day,
  limit = 10,
): Promise<HygieneReport> {
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  const rows = await database.query<{ stage: Stage; accounts: number }>(
    `select stage, count(*) as accounts from ${stageSql(profile, '$1::date')} staged
     where ods_code = any($2::text[]) group by stage`,
    [day, odsCodes],
  );
  for (const { stage, accounts } of rows) counts[stage] = accounts;
  const list = async (which: string, order: string) => {
    const accounts = await database.query<Account>(
      `select ${ACCOUNT_COLUMNS} from ${stageSql(profile, '$1::date')} staged
       where ods_code = any($2::text[]) and ${which} order by ${order}, display_name, address limit $3`,
      [day, odsCodes, limit],
    );
    return accounts.map((account) => reported(account, profile, day));
  };
  const report = await oldestLatestReport(database, odsCodes, profile, day);
  return {
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    dueSoonest: await list("stage in ('due', 'inactive') and happens_on is not null", 'happens_on'),
    overdue: await list("stage = 'overdue'", 'happens_on desc'),
    ...(report && { reportDate: report.reportDate, ageInDays: report.ageInDays }),
    tooOld: report?.tooOld ?? true,
    source: profile.source,
  };
}

function reported(account: Account, profile: LifecycleProfile, day: Day): ReportedAccount {
  const { stage, what = '', happensOn = day, daysLeft = 0 } = standingOf(account, profile, day);
  const { displayName: name, address, odsCode } = account;
  return { name, address, odsCode, stage, what, date: happensOn, daysLeft };
}

/** What an administrator sees of their accounts: how many stand at each stage, where, and one page of them. */
import type { Database } from '../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account } from './account.ts';
import { type AccountFilter, awayEnded, DUE_NEXT, filtered, isAway, ORDERS } from './account-filter.ts';
import { isMarkedLeaver } from './account-status.ts';
import { accountsSeenBy, type Reader } from './accounts.ts';
import type { DayRange } from './clock.ts';
import type { Day } from './day.ts';
import { ageOf } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { parameters } from './parameters.ts';
import { STAGES, type Stage } from './stage-of.ts';
import { stageSql } from './stage-sql.ts';
import { standingOf } from './standing.ts';
import { absenceOf } from './standing-words.ts';

export interface ReportedAccount {
  name: string;
  address: string;
  odsCode: string;
  stage: Stage;
  /** What happens on `date`, such as "de-activated"; absent where nothing is known to happen. */
  what?: string;
  date?: Day;
  /** In place of `date`, where only a range of days is known. */
  range?: DayRange;
  /** 0 once it is overdue. */
  daysLeft?: number;
  /** Planned absence, until the end of this day; past when it has ended and the account was not used since. */
  absentUntil?: Day;
  /** Marked as a leaver by now: no warning goes to them. */
  leaver?: true;
}

/** How much is to be done in one organisation. */
export interface OrganisationCount {
  odsCode: string;
  name: string;
  /** Due or inactive, with a day on which something happens. */
  due: number;
  overdue: number;
  total: number;
}

export interface HygieneReport {
  /** All accounts of the organisations in view, whatever the rest of the filter says. */
  counts: Record<Stage, number>;
  total: number;
  /** Planned absences that last, and that have ended without the account being used since. */
  away: number;
  awayEnded: number;
  /** Those with the most to do first. */
  organisations: OrganisationCount[];
  /** The page's accounts. */
  accounts: ReportedAccount[];
  /** How many accounts pass the filter, on all pages. */
  matching: number;
  /** Counted from 1; the last one when the wanted page is no more. */
  page: number;
  pages: number;
  /** The day of the oldest of the organisations' last reports. Absent when there is no report yet. */
  reportDate?: Day;
  ageInDays?: number;
  /** Too old to act on. */
  tooOld: boolean;
}

export interface ReportQuestion {
  reader: Reader;
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
  filter?: AccountFilter;
  /** Counted from 1. */
  page?: number;
  pageSize?: number;
}

const MOST_ORGANISATIONS = 5;

interface Row {
  counts: Partial<Record<Stage, number>>;
  away: number;
  awayEnded: number;
  organisations: OrganisationCount[];
  accounts: Account[];
  matching: number;
  reportDate: Day | null;
}

export async function hygieneReport(database: Database, question: ReportQuestion): Promise<HygieneReport> {
  const { profile, day, page = 1, pageSize = 10 } = question;
  const found = await readPage(database, question, page);
  const last = Math.max(1, Math.ceil(found.matching / pageSize));
  // The list has become shorter since the button was shown.
  const shown = page > last ? await readPage(database, question, last) : found;
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, shown.counts[stage] ?? 0]));
  const { away, awayEnded, organisations, matching, reportDate } = shown;
  return {
    counts: counts as Record<Stage, number>,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    away,
    awayEnded,
    organisations,
    accounts: shown.accounts.map((account) => reported(account, profile, day)),
    matching,
    page: Math.min(page, last),
    pages: last,
    ...(reportDate === null ? { tooOld: true } : { reportDate, ...ageOf(reportDate, profile, day) }),
  };
}

/** One look at the accounts for everything on the page: to place them is what takes time. */
async function readPage(database: Database, question: ReportQuestion, page: number): Promise<Row> {
  const { reader, profile, now, filter = {}, pageSize = 10 } = question;
  const bound = parameters();
  const day = `${bound.bind(question.day)}::date`;
  const accounts = accountsSeenBy(reader, now, bound);
  const organisation = filter.odsCode === undefined ? 'true' : `ods_code = ${bound.bind(filter.odsCode)}`;
  const [row] = await database.query<Row>(
    `with seen as materialized (select * from ${stageSql(profile, day, accounts)} staged where ${organisation}),
     matching as (select * from seen where ${filtered(filter, day, bound)}),
     organisations as (
       select ods_code as "odsCode", organisation as name, count(*) as total,
         count(*) filter (where ${DUE_NEXT}) as due,
         count(*) filter (where stage = 'overdue') as overdue
       from seen group by ods_code, organisation
       order by count(*) filter (where ${DUE_NEXT} or stage = 'overdue') desc, name, ods_code limit ${MOST_ORGANISATIONS}),
     page as (
       select ${ACCOUNT_COLUMNS} from matching order by ${ORDERS[filter.stage ?? 'next']}, display_name, address
       limit ${bound.bind(pageSize)} offset ${bound.bind((page - 1) * pageSize)})
     select
       (select coalesce(jsonb_object_agg(stage, accounts), '{}')
        from (select stage, count(*) as accounts from seen group by stage) counted) as counts,
       (select count(*) from seen where ${isAway(day)}) as away,
       (select count(*) from seen where ${awayEnded(day)}) as "awayEnded",
       (select coalesce(jsonb_agg(organisations), '[]') from organisations) as organisations,
       (select coalesce(jsonb_agg(page), '[]') from page) as accounts,
       (select count(*) from matching) as matching,
       (select min(latest) from (
          select max(taken_on) as latest
          from (select distinct ods_code, report_id from seen) named join report using (report_id)
          group by ods_code) latest) as "reportDate"`,
    bound.values,
  );
  if (!row) throw new Error('The report could not be read.');
  return row;
}

function reported(account: Account, profile: LifecycleProfile, day: Day): ReportedAccount {
  const { stage, what, happensOn, range, daysLeft } = standingOf(account, profile, day);
  const { displayName: name, address, odsCode } = account;
  const absence = absenceOf(account, day);
  return {
    name,
    address,
    odsCode,
    stage,
    ...(what !== undefined && { what }),
    ...(happensOn !== undefined && { date: happensOn }),
    ...(range && { range }),
    ...(daysLeft !== undefined && { daysLeft }),
    ...(absence && { absentUntil: absence }),
    ...(isMarkedLeaver(account, day) && { leaver: true as const }),
  };
}

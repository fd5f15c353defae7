/** Once a week administrators read how the answers did: counts over everybody, without people and without words. */
import { granted, type TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { owe } from '../delivery/ledger.ts';
import { type EntryOutcome, type FeedbackPeriod, feedbackReport, wentWrong } from './report.ts';

/** The kind under which it stands in the ledger. */
export const WEEKLY_SUMMARY = 'weekly-summary';

const WORST = 5;

/** Also the content of the message. */
export type WeeklySummary = {
  firstDay: string;
  lastDay: string;
  asked: number;
  answered: number;
  choice: number;
  notCovered: number;
  thumbsUp: number;
  thumbsDown: number;
  notAsked: number;
  /** Answers that went wrong most often. */
  worst: { title: string; notCovered: number; thumbsDown: number; notAsked: number }[];
};

/** What an entry is called; for empty text, that nothing was found. */
export type TitleOf = (entry: string) => string;

export async function weeklySummary(
  database: Database,
  period: FeedbackPeriod,
  titleOf: TitleOf,
): Promise<WeeklySummary> {
  const report = await feedbackReport(database, period);
  const sum = (count: (each: EntryOutcome) => number) =>
    report.reduce((total, each) => total + count(each), 0);
  return {
    firstDay: period.firstDay,
    lastDay: period.lastDay,
    ...(await questions(database, period)),
    thumbsUp: sum(({ thumbsUp }) => thumbsUp),
    thumbsDown: sum(({ thumbsDown }) => thumbsDown),
    notAsked: sum(({ notAsked }) => notAsked),
    worst: report
      .filter((each) => wentWrong(each) > 0)
      .slice(0, WORST)
      .map(({ entry, notCovered, thumbsDown, notAsked }) => ({
        title: titleOf(entry),
        notCovered,
        thumbsDown,
        notAsked,
      })),
  };
}

/** Each message once: in the report by entry a choice counts for all that were offered. */
async function questions(database: Database, { from, to }: FeedbackPeriod) {
  const [row] = await database.query<Pick<WeeklySummary, 'asked' | 'answered' | 'choice' | 'notCovered'>>(
    `select count(*) as asked, count(*) filter (where outcome = 'answered') as answered,
       count(*) filter (where outcome = 'choose') as choice,
       count(*) filter (where outcome = 'not-covered') as "notCovered"
     from turn_record where at >= $1::timestamptz and at < $2::timestamptz and feature <> 'feedback'
       and (cardinality(entries) > 0 or outcome = 'not-covered')`,
    [from, to],
  );
  return row ?? { asked: 0, answered: 0, choice: 0, notCovered: 0 };
}

/**
 * Owes the summary of a week to everybody who administers an organisation now, has a chat with the assistant, and has
 * not turned it off. A week in which nothing was asked is owed to nobody. Called again for the same week it owes nothing twice.
 * @returns to how many it is newly owed.
 */
export async function oweWeeklySummary(
  database: Database,
  period: FeedbackPeriod,
  titleOf: TitleOf,
  now: Date,
): Promise<number> {
  const readers = await readersOf(database, now);
  if (readers.length === 0) return 0;
  const content = await weeklySummary(database, period, titleOf);
  if (content.asked === 0 && content.worst.length === 0) return 0;
  let owed = 0;
  for (const to of readers) {
    const reasonKey = [WEEKLY_SUMMARY, period.firstDay, to.tenantId, to.aadObjectId].join('/');
    if (await owe(database, { reasonKey, kind: WEEKLY_SUMMARY, to, content, notBefore: now }, now)) owed++;
  }
  return owed;
}

const ADMINISTERS = granted({
  tenantId: 'administrator.tenant_id',
  aadObjectId: 'administrator.aad_object_id',
  now: '$1::timestamptz',
});

function readersOf(database: Database, now: Date): Promise<TeamsPerson[]> {
  return database.query<TeamsPerson>(
    `select distinct tenant_id as "tenantId", aad_object_id as "aadObjectId" from administrator
     where ${ADMINISTERS}
       and exists (select 1 from conversation where conversation.tenant_id = administrator.tenant_id
         and conversation.aad_object_id = administrator.aad_object_id and scope = 'personal' and closed_at is null)
       and not exists (select 1 from weekly_summary_off as off where off.tenant_id = administrator.tenant_id
         and off.aad_object_id = administrator.aad_object_id)
     order by 1, 2`,
    [now],
  );
}

export async function wantsWeeklySummary(database: Database, person: TeamsPerson): Promise<boolean> {
  const { tenantId, aadObjectId } = person;
  const off = await database.query(
    'select 1 from weekly_summary_off where tenant_id = $1 and aad_object_id = $2',
    [tenantId, aadObjectId],
  );
  return off.length === 0;
}

/** Done twice it does no harm. */
export async function setWeeklySummary(
  database: Database,
  { tenantId, aadObjectId }: TeamsPerson,
  wanted: boolean,
  now: Date,
): Promise<void> {
  if (wanted) {
    await database.query('delete from weekly_summary_off where tenant_id = $1 and aad_object_id = $2', [
      tenantId,
      aadObjectId,
    ]);
  } else {
    await database.query(
      `insert into weekly_summary_off (tenant_id, aad_object_id, since) values ($1, $2, $3::timestamptz)
       on conflict do nothing`,
      [tenantId, aadObjectId, now],
    );
  }
}

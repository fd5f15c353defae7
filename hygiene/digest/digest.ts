/** What an administrator is told of their accounts each day or week: all of it limited to what they may see now. */
import { organisationsOf, type TeamsPerson } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import { hygieneReport, type ReportedAccount } from '../account-report.ts';
import type { Day } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import type { Stage } from '../stage-of.ts';
import { arrivedSince, type NotReached, notReached, type Unanswered, unanswered } from './digest-people.ts';

/** The kind in the ledger. */
export const DIGEST = 'digest';

/** The data of the digest's card, as the ledger keeps it. */
export type Digest = {
  /** The day that it is the digest of. */
  day: Day;
  /** When it was made, as an ISO 8601 moment. */
  madeAt: string;
  /** With their codes; at most a few, and how many they are in all. */
  organisations: string[];
  organisationCount: number;
  counts: Record<Stage, number>;
  /** Of the digest before, or null when this is the first. */
  before: Record<Stage, number> | null;
  soonest: Pick<ReportedAccount, 'name' | 'address' | 'stage' | 'date' | 'daysLeft'>[];
  /** Warnings that got to their person since the digest before. */
  arrived: number;
  /** The first ten of each, and how many they are in all. */
  notReached: NotReached[];
  notReachedCount: number;
  unanswered: Unanswered[];
  unansweredCount: number;
  /** The oldest of the last reports. */
  reportDate: Day | null;
  ageInDays: number;
  tooOld: boolean;
  profileTitle: string;
  profileSource: string;
};

export interface DigestQuestion {
  administrator: TeamsPerson;
  profile: LifecycleProfile;
  /** Today, in the service's time zone: accounts stand by it. */
  today: Day;
  /** The day of the digest, in the administrator's. */
  day: Day;
  now: Date;
}

const SOONEST = 5;
const LISTED = 10;
const ORGANISATIONS = 3;

export async function makeDigest(database: Database, question: DigestQuestion): Promise<Digest> {
  const { administrator, profile, today, day, now } = question;
  const last = await lastDigest(database, administrator);
  const report = await hygieneReport(database, {
    reader: administrator,
    profile,
    day: today,
    now,
    pageSize: SOONEST,
  });
  const organisations = await organisationsOf(database, administrator, now);
  const people = { administrator, profile, day: today, now, since: last && new Date(last.madeAt) };
  const missed = await notReached(database, people);
  const silent = await unanswered(database, people);
  return {
    day,
    madeAt: now.toISOString(),
    organisations: organisations.slice(0, ORGANISATIONS).map(({ name, odsCode }) => `${name} (${odsCode})`),
    organisationCount: organisations.length,
    counts: report.counts,
    before: last?.counts ?? null,
    soonest: report.accounts.map(({ name, address, stage, date, daysLeft }) => ({
      name,
      address,
      stage,
      ...(date !== undefined && { date }),
      ...(daysLeft !== undefined && { daysLeft }),
    })),
    arrived: await arrivedSince(database, people),
    notReached: missed.slice(0, LISTED),
    notReachedCount: missed.length,
    unanswered: silent.slice(0, LISTED),
    unansweredCount: silent.length,
    reportDate: report.reportDate ?? null,
    ageInDays: report.ageInDays ?? 0,
    tooOld: report.tooOld,
    profileTitle: profile.title,
    profileSource: profile.source,
  };
}

/** The last one that arrived. */
async function lastDigest(
  database: Database,
  { tenantId, aadObjectId }: TeamsPerson,
): Promise<Digest | undefined> {
  const [row] = await database.query<{ content: Digest }>(
    `select content from owed_message where kind = '${DIGEST}' and tenant_id = $1 and aad_object_id = $2
       and state = 'sent' order by owed_id desc limit 1`,
    [tenantId, aadObjectId],
  );
  return row?.content;
}

/** People whom an administrator has to reach in another way: no warning got to them, or they have not answered one. */
import type { TeamsPerson } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import { NOT_ADDED } from '../../delivery/deliver-one.ts';
import { accountsSeenBy } from '../accounts.ts';
import { type Day, daysBetween } from '../day.ts';
import { INACTIVITY_WARNING } from '../inactivity-warning.ts';
import { oldestLatestReport } from '../latest-report.ts';
import { type LifecycleProfile, warningPointAt } from '../lifecycle-profile.ts';
import { parameters } from '../parameters.ts';
import { warningCandidates } from '../warning-candidates.ts';

export interface PeopleQuestion {
  administrator: TeamsPerson;
  profile: LifecycleProfile;
  /** Today, in the service's time zone. */
  day: Day;
  now: Date;
  /** Of the last digest; nothing when this is the first. */
  since: Date | undefined;
}

export interface NotReached {
  name: string;
  address: string;
  reason: string;
}

export interface Unanswered {
  name: string;
  address: string;
  /** The day on which something happens to the account. */
  happensOn: Day;
}

/** How many warnings got to their person since the last digest. */
export async function arrivedSince(database: Database, question: PeopleQuestion): Promise<number> {
  const { administrator, now, since } = question;
  const bound = parameters();
  const accounts = accountsSeenBy(administrator, now, bound);
  const [row] = await database.query<{ arrived: number }>(
    `select count(*) as arrived
     from owed_message owed join ${accounts} seen on seen.address = split_part(owed.reason_key, ':', 3)
     where owed.kind = '${INACTIVITY_WARNING}' and owed.state = 'sent'
       and owed.changed_at > coalesce(${bound.bind(since ?? null)}::timestamptz, '-infinity')`,
    bound.values,
  );
  return row?.arrived ?? 0;
}

/** Warnings that failed since the last digest, and people at risk now who are not in Teams, each person once. */
export async function notReached(database: Database, question: PeopleQuestion): Promise<NotReached[]> {
  const all = [...(await failedWarnings(database, question)), ...(await notInTeams(database, question))];
  return [...new Map(all.map((each) => [each.address, each])).values()];
}

function failedWarnings(database: Database, question: PeopleQuestion): Promise<NotReached[]> {
  const { administrator, now, since } = question;
  const bound = parameters();
  const accounts = accountsSeenBy(administrator, now, bound);
  return database.query<NotReached>(
    `select distinct on (seen.address) seen.display_name as name, seen.address, coalesce(owed.failure, '') as reason
     from owed_message owed join ${accounts} seen on seen.address = split_part(owed.reason_key, ':', 3)
     where owed.kind = '${INACTIVITY_WARNING}' and owed.state = 'failed' and owed.ended_at is null
       and owed.changed_at > coalesce(${bound.bind(since ?? null)}::timestamptz, '-infinity')
     order by seen.address, owed.owed_id desc`,
    bound.values,
  );
}

/** Only where warnings go out by themselves: elsewhere the dry run of each send says so. */
async function notInTeams(database: Database, question: PeopleQuestion): Promise<NotReached[]> {
  const { administrator: reader, profile, day, now } = question;
  const found: NotReached[] = [];
  for (const { odsCode, tenantId } of await organisationsWithWarnings(database, question)) {
    const report = await oldestLatestReport(database, [odsCode], profile, day);
    if (!report || report.tooOld) continue;
    const { candidates } = await warningCandidates(database, {
      odsCode,
      reader,
      tenantId,
      now,
      profile,
      day,
      reportDate: report.reportDate,
    });
    for (const { name, address, person } of candidates) {
      if (!person) found.push({ name, address, reason: NOT_ADDED });
    }
  }
  return found;
}

function organisationsWithWarnings(database: Database, { administrator, profile }: PeopleQuestion) {
  return database.query<{ odsCode: string; tenantId: string }>(
    `select ods_code as "odsCode", automatic.tenant_id as "tenantId"
     from automatic_warnings automatic join administrator using (ods_code)
     where is_on and profile = $3 and administrator.tenant_id = $1 and administrator.aad_object_id = $2
     order by ods_code`,
    [administrator.tenantId, administrator.aadObjectId, profile.id],
  );
}

interface SentWarning extends Unanswered {
  /** The point at which it was sent, in days before. */
  point: number;
}

/** Warnings that nobody answered until the next warning point was there, and whose account is still not used. */
export async function unanswered(database: Database, question: PeopleQuestion): Promise<Unanswered[]> {
  const { administrator, profile, day, now } = question;
  const bound = parameters();
  const accounts = accountsSeenBy(administrator, now, bound);
  const sent = await database.query<SentWarning>(
    `select seen.display_name as name, seen.address, split_part(owed.reason_key, ':', 4)::date as "happensOn",
       split_part(owed.reason_key, ':', 5)::int as point
     from owed_message owed join ${accounts} seen on seen.address = split_part(owed.reason_key, ':', 3)
     where owed.kind = '${INACTIVITY_WARNING}' and owed.state = 'sent' and owed.ended_at is null
       and split_part(owed.reason_key, ':', 2) = ${bound.bind(profile.id)}
       and not exists (select 1 from warning_reply reply where reply.tenant_id = owed.tenant_id
         and reply.aad_object_id = owed.aad_object_id and reply.replied_at >= owed.planned_at)
     order by "happensOn", name, address, point`,
    bound.values,
  );
  const late = sent.filter(
    ({ happensOn, point }) => warningPointAt(profile, Math.max(0, daysBetween(day, happensOn))) < point,
  );
  return [...new Map(late.map(({ point: _, ...each }) => [each.address, each])).values()];
}

/** Owes each administrator the digest that is due: one a day or week, and one for all that was missed. */
import { organisationsOf, type TeamsPerson } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import { oweMany } from '../../delivery/owe-many.ts';
import { type Day, dayIn } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import { DIGEST, makeDigest } from './digest.ts';
import { USUAL_DIGEST } from './digest-choice.ts';
import { type DigestTimes, digestDue, quietBegins } from './digest-times.ts';

export interface DigestParts {
  profile: LifecycleProfile;
  /** The service's. */
  timeZone: string;
  now: Date;
}

interface Reader extends TeamsPerson, Omit<DigestTimes, 'every' | 'timeZone'> {
  every: DigestTimes['every'] | null;
  timeZone: string | null;
  /** Since when they want it, or since when warnings go out by themselves. */
  since: Date;
  last: Day | null;
}

/** Administrators who can be written to, and want a digest or have not said. One that was taken back and surely never arrived does not count. */
const READERS = `
  select person.tenant_id as "tenantId", person.aad_object_id as "aadObjectId", choice.every, choice.weekday,
    choice.quiet_from as "quietFrom", choice.quiet_until as "quietUntil", choice.time_zone as "timeZone",
    coalesce(choice.chosen_at, person.turned_on_at) as since,
    (select (content ->> 'day')::date from owed_message last where last.kind = '${DIGEST}'
       and last.tenant_id = person.tenant_id and last.aad_object_id = person.aad_object_id
       and (last.state <> 'cancelled' or last.was_ambiguous) order by owed_id desc limit 1) as last
  from (
    select administrator.tenant_id, administrator.aad_object_id,
      min(automatic.turned_on_at) filter (where automatic.is_on) as turned_on_at
    from administrator left join automatic_warnings automatic using (ods_code)
    where expires_at is null or expires_at > $1::timestamptz
    group by administrator.tenant_id, administrator.aad_object_id
  ) person
  left join digest_choice choice using (tenant_id, aad_object_id)
  where coalesce(choice.chosen_at, person.turned_on_at) is not null and choice.every is distinct from 'off'
    and exists (select 1 from conversation where conversation.tenant_id = person.tenant_id
      and conversation.aad_object_id = person.aad_object_id and scope = 'personal' and closed_at is null)
    and not exists (select 1 from person guest where guest.tenant_id = person.tenant_id
      and guest.aad_object_id = person.aad_object_id and is_guest)
  order by person.tenant_id, person.aad_object_id`;

export interface DigestsResult {
  owed: number;
  /** Why digests could not be made, one for each administrator. They are still due. */
  faults: unknown[];
}

/** What is wrong with one administrator's digest does not hold up the others'. */
export async function oweDigests(database: Database, parts: DigestParts): Promise<DigestsResult> {
  const result: DigestsResult = { owed: 0, faults: [] };
  for (const reader of await database.query<Reader>(READERS, [parts.now])) {
    try {
      result.owed += await oweDigest(database, parts, reader);
    } catch (fault) {
      result.faults.push(fault);
    }
  }
  return result;
}

/** In a transaction of its own, so that what was broken off goes on where it stopped. */
async function oweDigest(
  database: Database,
  { profile, timeZone, now }: DigestParts,
  reader: Reader,
): Promise<number> {
  const times = timesOf(reader, timeZone);
  const day = digestDue({ times, now, since: reader.since, last: reader.last ?? undefined });
  if (!day) return 0;
  const { tenantId, aadObjectId } = reader;
  const to = { tenantId, aadObjectId };
  return database.transaction(async (transaction) => {
    const today = dayIn(timeZone, now);
    const content = await makeDigest(transaction, { administrator: to, profile, today, day, now });
    const notAfter = quietBegins(times, now);
    const reasonKey = [DIGEST, tenantId, aadObjectId, day].join(':');
    const needsAccessTo = (await organisationsOf(transaction, to, now)).map(({ odsCode }) => odsCode);
    const message = {
      reasonKey,
      kind: DIGEST,
      to,
      content,
      notBefore: now,
      needsAccessTo,
      ...(notAfter && { notAfter }),
    };
    return oweMany(transaction, [message], now);
  });
}

function timesOf(reader: Reader, serviceZone: string): DigestTimes {
  const { every, weekday, quietFrom, quietUntil, timeZone } = reader;
  if (every === null) return { ...USUAL_DIGEST, timeZone: serviceZone };
  return { every, weekday, quietFrom, quietUntil, timeZone: timeZone ?? serviceZone };
}

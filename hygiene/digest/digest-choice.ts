/** When an administrator wants their digest. */
import type { TeamsPerson } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import type { DigestTimes } from './digest-times.ts';

/** Who has chosen nothing: on Mondays at 8am. */
export const USUAL_DIGEST: Omit<DigestTimes, 'timeZone'> = {
  every: 'week',
  weekday: 1,
  quietFrom: 18,
  quietUntil: 8,
};

export interface DigestChoice {
  times: DigestTimes;
  /** They have chosen it themselves. */
  isChosen: boolean;
}

interface Row extends Omit<DigestTimes, 'timeZone'> {
  timeZone: string | null;
}

/** @param timeZone the service's. */
export async function digestChoice(
  database: Database,
  { tenantId, aadObjectId }: TeamsPerson,
  timeZone: string,
): Promise<DigestChoice> {
  const [row] = await database.query<Row>(
    `select every, weekday, quiet_from as "quietFrom", quiet_until as "quietUntil", time_zone as "timeZone"
     from digest_choice where tenant_id = $1 and aad_object_id = $2`,
    [tenantId, aadObjectId],
  );
  return row
    ? { times: { ...row, timeZone: row.timeZone ?? timeZone }, isChosen: true }
    : { times: { ...USUAL_DIGEST, timeZone }, isChosen: false };
}

/** @param times with a time zone of their own, or nothing for the service's. */
export async function chooseDigest(
  database: Database,
  { tenantId, aadObjectId }: TeamsPerson,
  times: Omit<DigestTimes, 'timeZone'> & { timeZone: string | undefined },
  now: Date,
): Promise<void> {
  const { every, weekday, quietFrom, quietUntil, timeZone = null } = times;
  await database.query(
    `insert into digest_choice (tenant_id, aad_object_id, every, weekday, quiet_from, quiet_until, time_zone, chosen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)
     on conflict (tenant_id, aad_object_id) do update set every = excluded.every, weekday = excluded.weekday,
       quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, time_zone = excluded.time_zone,
       chosen_at = excluded.chosen_at`,
    [tenantId, aadObjectId, every, weekday, quietFrom, quietUntil, timeZone, now],
  );
}

/** Being in Teams is use of an account, by the rules of 2022: the last day on which each account's person was met here. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import type { Day } from './day.ts';

/**
 * Notes the day for the accounts of these people. Only Teams' own roster links a person to an address, so nothing is
 * noted of somebody whom it has not been asked about, or of a guest.
 * @param day today, in the organisation's time zone.
 */
export async function recordSeen(
  database: Database,
  people: readonly TeamsPerson[],
  day: Day,
): Promise<void> {
  await database.query(
    `insert into account_seen as earlier (address, seen_on)
     select distinct account.address, $3::date
     from unnest($1::text[], $2::text[]) as met (tenant_id, aad_object_id)
     join person using (tenant_id, aad_object_id) join account on account.address = lower(person.address)
     where not person.is_guest
     on conflict (address) do update set seen_on = excluded.seen_on where earlier.seen_on < excluded.seen_on`,
    [people.map(({ tenantId }) => tenantId), people.map(({ aadObjectId }) => aadObjectId), day],
  );
}

/** What nobody may send any more, however often it was tried: its hours are over, or its reader may no longer know. */

/** Access that has ended, by whichever way, is asked for at the moment of sending. A guest has none. */
export const mayStillKnow = (now: string) => `(needs_access_to is null or not exists (
  select 1 from unnest(needs_access_to) as needed where not exists (
    select 1 from administrator where administrator.tenant_id = owed_message.tenant_id
      and administrator.aad_object_id = owed_message.aad_object_id and administrator.ods_code = needed
      and (administrator.expires_at is null or administrator.expires_at > ${now}::timestamptz)
      and not exists (select 1 from person where person.tenant_id = administrator.tenant_id
        and person.aad_object_id = administrator.aad_object_id and person.is_guest))))`;

/** @param now the placeholder of the moment, such as `$1`. @returns SQL over `owed_message`. */
export function maySend(now: string): string {
  return `(not_after is null or not_after > ${now}::timestamptz) and ${mayStillKnow(now)}`;
}

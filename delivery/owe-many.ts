/** Owes many messages at once. */
import type { Database } from './database.ts';
import type { NewOwedMessage } from './owed-message.ts';

export interface TimedMessage extends NewOwedMessage {
  /** It is not sent at this moment or later: then it is cancelled, and whoever owes it plans anew. */
  notAfter?: Date;
}

/** A card's content is a few kilobytes. */
const AT_ONCE = 1000;

/**
 * Owes what is not owed already for the same reason. Call it in a transaction to owe all of them or none.
 * @returns how many are newly owed.
 */
export async function oweMany(
  database: Database,
  messages: readonly TimedMessage[],
  now: Date,
): Promise<number> {
  let owed = 0;
  for (let from = 0; from < messages.length; from += AT_ONCE) {
    owed += await oweSome(database, messages.slice(from, from + AT_ONCE), now);
  }
  return owed;
}

async function oweSome(database: Database, messages: readonly TimedMessage[], now: Date): Promise<number> {
  const rows = messages.map(({ to, urgent, organisation = '', ...message }) => ({
    ...message,
    organisation,
    tenantId: to.tenantId,
    aadObjectId: to.aadObjectId,
    urgency: urgent ? 0 : 1,
  }));
  const owed = await database.query(
    `with owed as (
       insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, not_after,
         organisation, urgency, needs_access_to, planned_at, changed_at)
       select "reasonKey", kind, "tenantId", "aadObjectId", content, "notBefore", "notAfter", organisation, urgency, "needsAccessTo",
         $1::timestamptz, $1::timestamptz
       from jsonb_to_recordset($2::jsonb) as r("reasonKey" text, kind text, "tenantId" text, "aadObjectId" text,
         content jsonb, "notBefore" timestamptz, "notAfter" timestamptz, organisation text, urgency smallint,
         "needsAccessTo" text[])
       on conflict (reason_key) do nothing returning owed_id)
     insert into owed_message_change (owed_id, at, state)
     select owed_id, $1::timestamptz, 'planned' from owed returning owed_id`,
    [now, JSON.stringify(rows)],
  );
  return owed.length;
}

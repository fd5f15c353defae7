/** Owes many messages at once. */
import type { Database } from './database.ts';
import type { NewOwedMessage } from './owed-message.ts';

export interface TimedMessage extends NewOwedMessage {
  /** It is not sent at this moment or later: then it is cancelled untried, and whoever owes it plans anew. */
  notAfter?: Date;
}

/** Owes what is not owed already for the same reason. @returns how many are newly owed. */
export async function oweMany(
  database: Database,
  messages: readonly TimedMessage[],
  now: Date,
): Promise<number> {
  if (messages.length === 0) return 0;
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
         organisation, urgency, planned_at, changed_at)
       select "reasonKey", kind, "tenantId", "aadObjectId", content, "notBefore", "notAfter", organisation, urgency,
         $1::timestamptz, $1::timestamptz
       from jsonb_to_recordset($2::jsonb) as r("reasonKey" text, kind text, "tenantId" text, "aadObjectId" text,
         content jsonb, "notBefore" timestamptz, "notAfter" timestamptz, organisation text, urgency smallint)
       on conflict (reason_key) do nothing returning owed_id)
     insert into owed_message_change (owed_id, at, state)
     select owed_id, $1::timestamptz, 'planned' from owed returning owed_id`,
    [now, JSON.stringify(rows)],
  );
  return owed.length;
}

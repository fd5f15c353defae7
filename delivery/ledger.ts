/** The ledger: what is owed, and what came of it. Every change of a row is kept. */
import { NAME_GIVEN_BACK } from './cancel-owed.ts';
import type { Database } from './database.ts';
import type { ClaimedMessage, Content, NewOwedMessage, OwedState, Settlement } from './owed-message.ts';

/** Owes the message, unless its reason is owed already. @returns whether it is newly owed. */
export async function owe(database: Database, message: NewOwedMessage, now: Date): Promise<boolean> {
  const {
    sendId = null,
    reasonKey,
    kind,
    to,
    content,
    notBefore,
    organisation = '',
    urgent = false,
    conversationId = null,
    target,
    needsAccessTo = null,
  } = message;
  const rows = await database.query(
    `with owed as (
       insert into owed_message (send_id, reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at,
         changed_at, organisation, urgency, conversation_id, target_key, target_use,
         needs_access_to)
       values ($1::uuid, $2, $3, $4, $5, $6::jsonb, $7::timestamptz, $8::timestamptz, $8::timestamptz, $9, $10, $11,
         $12, $13, $14::text[])
       on conflict (reason_key) do nothing returning owed_id)
     insert into owed_message_change (owed_id, at, state) select owed_id, $8::timestamptz, 'planned' from owed returning owed_id`,
    [
      sendId,
      reasonKey,
      kind,
      to.tenantId,
      to.aadObjectId,
      JSON.stringify(content),
      notBefore,
      now,
      organisation,
      urgent ? 0 : 1,
      conversationId,
      target?.reasonKey ?? null,
      target?.use ?? null,
      needsAccessTo,
    ],
  );
  return rows.length > 0;
}

/**
 * Gives a message other content. One that was sent is owed again, and takes its own place in the chat; one that waits
 * goes out with the new content; one at Teams' door stays as it is.
 * @returns whether anything changed.
 */
export async function oweInPlace(
  database: Database,
  reasonKey: string,
  content: Content,
  now: Date,
): Promise<boolean> {
  const rows = await database.query(
    `with changed as (
       update owed_message set content = $2::jsonb, edition = edition + 1, changed_at = $3::timestamptz,
         state = case when state = 'sent' then 'planned' else state end,
         attempts = case when state = 'sent' then 0 else attempts end,
         not_before = case when state = 'sent' then $3::timestamptz else not_before end
       where reason_key = $1 and state in ('planned', 'retrying', 'ambiguous', 'sent') and content <> $2::jsonb
       returning owed_id, state)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $3::timestamptz, state, 'new content' from changed returning owed_id`,
    [reasonKey, JSON.stringify(content), now],
  );
  return rows.length > 0;
}

/** For which of these reasons a message is owed already, and where it stands. */
export async function owedFor(
  database: Database,
  reasonKeys: readonly string[],
): Promise<Map<string, OwedState>> {
  const rows = await database.query<{ key: string; state: OwedState }>(
    'select reason_key as key, state from owed_message where reason_key = any($1::text[])',
    [reasonKeys],
  );
  return new Map(rows.map(({ key, state }) => [key, state]));
}

/**
 * Records what came of an attempt. That Teams accepted it is recorded whatever has happened since; anything else
 * only by the claim that tried it. An answer about a content that the message no longer has is not recorded. What was cancelled meanwhile is not tried again.
 * @returns where the message stands now; undefined when the row did not change.
 */
export async function settle(
  database: Database,
  { owedId, attempt, edition }: Pick<ClaimedMessage, 'owedId' | 'attempt' | 'edition'>,
  settlement: Settlement,
  now: Date,
): Promise<OwedState | undefined> {
  const { state } = settlement;
  const mine = state === 'sent' ? "state <> 'sent'" : "state = 'sending' and attempts = $2";
  const doubtful = state === 'ambiguous' || (state === 'failed' && settlement.mayHaveArrived === true);
  const note = state === 'sent' ? null : state === 'failed' ? settlement.reason : settlement.note;
  const [row] = await database.query<{ state: OwedState }>(
    `with changed as (
       update owed_message set claimed_until = null, changed_at = $4::timestamptz, last_status = $5::int,
         state = case when $3::text in ('retrying', 'ambiguous') and cancel_asked_at is not null
           then 'cancelled' else $3::text end,
         reason_key = case when ($3::text = 'cancelled' or $3::text = 'retrying' and cancel_asked_at is not null)
           and not was_ambiguous and send_id is null then ${NAME_GIVEN_BACK} else reason_key end,
         failure = case when $3::text = 'failed' then $6::text end,
         activity_id = coalesce($7::text, activity_id), not_before = coalesce($8::timestamptz, not_before),
         was_ambiguous = was_ambiguous or $9::boolean
       where owed_id = $1 and $2::int is not null and edition = $10 and ${mine} returning owed_id, state)
     insert into owed_message_change (owed_id, at, state, status, note)
     select owed_id, $4::timestamptz, state, $5::int, $6::text from changed returning state`,
    [
      owedId,
      attempt,
      state,
      now,
      'status' in settlement ? (settlement.status ?? null) : null,
      note,
      state === 'sent' ? settlement.activityId : null,
      'notBefore' in settlement ? settlement.notBefore : null,
      doubtful,
      edition,
    ],
  );
  return row?.state;
}

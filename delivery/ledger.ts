/** The ledger: what is owed, who may send it now, and what came of it. Every change of a row is kept. */
import type { Database } from './database.ts';
import {
  type ClaimedMessage,
  MAX_ATTEMPTS,
  type NewOwedMessage,
  type OwedState,
  type Settlement,
} from './owed-message.ts';

/** A claim that was not settled by then was lost with its process. */
const CLAIM_LASTS_MS = 2 * 60 * 1000;
const NO_ANSWER = 'The service stopped before Teams answered, so it may or may not have arrived.';

/** Owes the message, unless its reason is owed already. @returns whether it is newly owed. */
export async function owe(database: Database, message: NewOwedMessage, now: Date): Promise<boolean> {
  const { sendId = null, reasonKey, kind, to, content, notBefore } = message;
  const rows = await database.query(
    `with owed as (
       insert into owed_message (send_id, reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at)
       values ($1::uuid, $2, $3, $4, $5, $6::jsonb, $7::timestamptz, $8::timestamptz, $8::timestamptz)
       on conflict (reason_key) do nothing returning owed_id)
     insert into owed_message_change (owed_id, at, state) select owed_id, $8::timestamptz, 'planned' from owed returning owed_id`,
    [sendId, reasonKey, kind, to.tenantId, to.aadObjectId, JSON.stringify(content), notBefore, now],
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

/** Takes up to `limit` messages that are due. No other process gets them until the claim runs out. */
export async function claimDue(database: Database, now: Date, limit: number): Promise<ClaimedMessage[]> {
  await recoverLostClaims(database, now);
  const claimedUntil = new Date(now.getTime() + CLAIM_LASTS_MS);
  return database.query<ClaimedMessage>(
    `with due as (
       select owed_id from owed_message
       where state in ('planned', 'retrying', 'ambiguous') and not_before <= $1::timestamptz
       order by not_before, owed_id limit $2 for update skip locked),
     claimed as (
       update owed_message set state = 'sending', attempts = attempts + 1, claimed_until = $3::timestamptz,
         changed_at = $1::timestamptz
       from due where owed_message.owed_id = due.owed_id returning owed_message.*),
     noted as (
       insert into owed_message_change (owed_id, at, state, note)
       select owed_id, $1::timestamptz, 'sending', 'attempt ' || attempts from claimed)
     select owed_id as "owedId", kind, tenant_id as "tenantId", aad_object_id as "aadObjectId", content,
       attempts as attempt, was_ambiguous as "mayBeRepeat", claimed_until as "claimedUntil"
     from claimed order by not_before, owed_id`,
    [now, limit, claimedUntil],
  );
}

/** A process that stopped between sending and recording leaves a row that nobody can be sure of. */
async function recoverLostClaims(database: Database, now: Date): Promise<void> {
  await database.query(
    `with lost as (
       select owed_id from owed_message where state = 'sending' and claimed_until <= $1::timestamptz
       for update skip locked),
     changed as (
       update owed_message set was_ambiguous = true, claimed_until = null, not_before = $1::timestamptz,
         changed_at = $1::timestamptz, last_status = null,
         state = case when attempts >= $2 then 'failed' else 'ambiguous' end,
         failure = case when attempts >= $2 then $3::text end
       from lost where owed_message.owed_id = lost.owed_id returning owed_message.owed_id, state)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $1::timestamptz, state, $3::text from changed`,
    [now, MAX_ATTEMPTS, NO_ANSWER],
  );
}

/** Gives back what was claimed and not tried: it does not count as an attempt. */
export async function release(
  database: Database,
  messages: readonly ClaimedMessage[],
  notBefore: Date,
  now: Date,
): Promise<void> {
  for (const { owedId, attempt, mayBeRepeat } of messages) {
    const state = mayBeRepeat ? 'ambiguous' : attempt > 1 ? 'retrying' : 'planned';
    await database.query(
      `with changed as (
         update owed_message set state = $3::text, attempts = attempts - 1, claimed_until = null,
           not_before = $4::timestamptz, changed_at = $5::timestamptz
         where owed_id = $1 and state = 'sending' and attempts = $2 returning owed_id)
       insert into owed_message_change (owed_id, at, state, note)
       select owed_id, $5::timestamptz, $3::text, 'given back untried' from changed`,
      [owedId, attempt, state, notBefore, now],
    );
  }
}

/**
 * Records what came of an attempt. That Teams accepted it is recorded whatever has happened since; anything else
 * only by the claim that tried it.
 * @returns whether the row changed.
 */
export async function settle(
  database: Database,
  { owedId, attempt }: Pick<ClaimedMessage, 'owedId' | 'attempt'>,
  settlement: Settlement,
  now: Date,
): Promise<boolean> {
  const { state } = settlement;
  const mine = state === 'sent' ? "state <> 'sent'" : "state = 'sending' and attempts = $2";
  const doubtful = state === 'ambiguous' || (state === 'failed' && settlement.mayHaveArrived === true);
  const note = state === 'sent' ? null : state === 'failed' ? settlement.reason : settlement.note;
  const rows = await database.query(
    `with changed as (
       update owed_message set state = $3::text, claimed_until = null, changed_at = $4::timestamptz, last_status = $5::int,
         failure = case when $3::text = 'failed' then $6::text end,
         activity_id = coalesce($7::text, activity_id), not_before = coalesce($8::timestamptz, not_before),
         was_ambiguous = was_ambiguous or $9::boolean
       where owed_id = $1 and $2::int is not null and ${mine} returning owed_id)
     insert into owed_message_change (owed_id, at, state, status, note)
     select owed_id, $4::timestamptz, $3::text, $5::int, $6::text from changed returning owed_id`,
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
    ],
  );
  return rows.length > 0;
}

/** Owes again what a send did not deliver. The caller sees to it that whoever asks may, and writes the audit. */
import type { Database } from './database.ts';
import { firstProgressAt } from './send-progress.ts';

export interface RetriedSend {
  /** Owed again. */
  again: number;
  /** Left alone: Teams said that it will not get better. */
  permanent: number;
}

/** What Teams refuses for good: see `nextStep`. */
const PERMANENT = `coalesce(last_status between 400 and 499 and last_status not in (401, 408, 412, 429), false)`;

/**
 * The send is under way again, and reported anew when it is through. Call it in a transaction.
 * @param all also what Teams refused for good: their chats are tried again although they were closed.
 */
export async function retrySend(
  database: Database,
  sendId: string,
  all: boolean,
  now: Date,
): Promise<RetriedSend> {
  const [counts] = await database.query<RetriedSend>(
    `with failed as materialized (
       select owed_id, tenant_id, aad_object_id, ${PERMANENT} as permanent, $3::boolean or not ${PERMANENT} as again
       from owed_message where send_id = $1::uuid and state = 'failed' for update),
     opened as (
       update conversation set closed_at = null, closed_reason = null from failed
       where permanent and again and scope = 'personal' and closed_at is not null
         and conversation.tenant_id = failed.tenant_id and conversation.aad_object_id = failed.aad_object_id),
     owed as (
       update owed_message set state = 'planned', attempts = 0, failure = null, last_status = null,
         claimed_until = null, cancel_asked_at = null, not_before = $2::timestamptz, changed_at = $2::timestamptz
       from failed where again and owed_message.owed_id = failed.owed_id returning owed_message.owed_id),
     noted as (
       insert into owed_message_change (owed_id, at, state, note)
       select owed_id, $2::timestamptz, 'planned', 'to be tried again' from owed)
     select count(*) filter (where again) as again, count(*) filter (where not again) as permanent from failed`,
    [sendId, now, all],
  );
  const retried = counts ?? { again: 0, permanent: 0 };
  if (retried.again > 0) {
    await database.query(
      `update send set state = 'confirmed', reported_at = null, progress_next_at = $2::timestamptz
       where send_id = $1::uuid`,
      [sendId, firstProgressAt(now)],
    );
  }
  return retried;
}

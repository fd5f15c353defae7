/** Stops a send that is under way: nothing more of it leaves but what is at Teams' door already. */
import type { Database } from './database.ts';

export interface CancelledSend {
  /** Messages that will not be sent. */
  cancelled: number;
  /** Messages that are being sent at this moment: they may arrive, and are not tried again. */
  underWay: number;
}

/**
 * Messages leave a few at a time, so this takes effect within a second on every replica. The caller sees to it that
 * whoever asks may, and writes the audit in the same transaction.
 */
export async function cancelSend(
  database: Database,
  sendId: string,
  note: string,
  now: Date,
): Promise<CancelledSend> {
  const [counts] = await database.query<CancelledSend>(
    `with asked as (
       update owed_message set cancel_asked_at = $2::timestamptz, changed_at = $2::timestamptz,
         state = case when state = 'sending' then state else 'cancelled' end
       where send_id = $1::uuid and state in ('planned', 'retrying', 'ambiguous', 'sending')
       returning owed_id, state),
     noted as (
       insert into owed_message_change (owed_id, at, state, note)
       select owed_id, $2::timestamptz, state, $3::text from asked where state = 'cancelled')
     select count(*) filter (where state = 'cancelled') as cancelled,
       count(*) filter (where state = 'sending') as "underWay" from asked`,
    [sendId, now, note],
  );
  return counts ?? { cancelled: 0, underWay: 0 };
}

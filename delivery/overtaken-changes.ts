/** Several changes of one message that wait to be sent: the last one shows what is true then, so the others are not needed. */
import type { Database } from './database.ts';

/** Call before owing the next change. One that is being sent at this moment arrives. @returns how many were cancelled. */
export async function cancelOvertakenChanges(
  database: Database,
  targetKey: string,
  now: Date,
): Promise<number> {
  const rows = await database.query(
    `with cancelled as (
       update owed_message set state = 'cancelled', changed_at = $2::timestamptz
       where target_key = $1 and target_use = 'change' and state = 'planned' returning owed_id)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $2::timestamptz, 'cancelled', 'overtaken by a later change' from cancelled returning owed_id`,
    [targetKey, now],
  );
  return rows.length;
}

/** A conversation in which nothing can be written any more is remembered, so that it is not tried again. */
import type { Database } from './database.ts';

/** @param reason for the administrator, who has to reach the person in another way. */
export async function closeConversation(
  database: Database,
  conversationId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await database.query(
    `update conversation set closed_at = $2::timestamptz, closed_reason = $3
     where conversation_id = $1 and closed_at is null`,
    [conversationId, now, reason],
  );
}

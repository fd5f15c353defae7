/** How much one person may ask at once: more would bury what others ask. */
import type { Database } from '../delivery/database.ts';
import type { Ticket } from './ticket.ts';

/** So many may wait for an answer at once. */
export const MOST_OPEN = 5;
/** So often somebody may write back before a helper writes. */
export const MOST_IN_A_ROW = 3;

interface Asker {
  tenantId: string;
  aadObjectId: string;
}

/** What a person asks in several organisations at the same moment is counted one after the other. */
export async function lockAsker(transaction: Database, { tenantId, aadObjectId }: Asker): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [
    `ticket-asker:${tenantId}:${aadObjectId}`,
  ]);
}

/** Call with the person's lock. @returns whether one more that waits would be too many. */
export async function hasMostOpen(transaction: Database, { tenantId, aadObjectId }: Asker): Promise<boolean> {
  const open = await transaction.query(
    `select 1 from ticket where tenant_id = $1 and aad_object_id = $2 and state in ('open', 'taken')`,
    [tenantId, aadObjectId],
  );
  return open.length >= MOST_OPEN;
}

/** Since a helper last wrote. */
export function wroteOftenInARow({ messages }: Ticket): boolean {
  return messages.length - 1 - messages.findLastIndex(({ byHelper }) => byHelper) >= MOST_IN_A_ROW;
}

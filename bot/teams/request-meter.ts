/**
 * Counts the requests that the ledger did not ask for: replies, and looks at the roster. They wait for nothing, and
 * sends leave room for them. Gathered for a moment and written together, so that no turn waits for it.
 */

import { LONGEST_WINDOW_MS } from '../../delivery/conversation-limits.ts';
import type { Database } from '../../delivery/database.ts';

const GATHER_MS = 500;

export interface RequestMeter {
  count(tenantId: string, conversationId: string): void;
  /** Writes what is gathered. Call before closing the database. */
  flush(): Promise<void>;
}

/** @param onError told when writing failed; what was gathered is then dropped. */
export function createRequestMeter(
  database: Database,
  clock: () => Date,
  onError: (error: unknown) => void,
): RequestMeter {
  let gathered: { tenantId: string; conversationId: string; at: Date }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = gathered;
    gathered = [];
    if (batch.length === 0) return writing;
    const write = () =>
      database.query(
        `insert into recent_request (tenant_id, conversation_id, at, is_reply)
         select tenant_id, conversation_id, at, true
         from unnest($1::text[], $2::text[], $3::timestamptz[]) as r (tenant_id, conversation_id, at)`,
        [
          batch.map(({ tenantId }) => tenantId),
          batch.map(({ conversationId }) => conversationId),
          batch.map(({ at }) => at),
        ],
      );
    writing = writing.then(write).then(() => undefined, onError);
    return writing;
  }

  return {
    count(tenantId, conversationId) {
      gathered.push({ tenantId, conversationId, at: clock() });
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    flush,
  };
}

/** Teams counts an hour back; older requests are forgotten. Call it now and then. */
export async function forgetOldRequests(database: Database, now: Date): Promise<void> {
  await database.query('delete from recent_request where at < $1::timestamptz', [
    new Date(now.getTime() - LONGEST_WINDOW_MS),
  ]);
}

/** What the ledger holds that is still on its way: found by its partial indexes, however much was sent before. */
import type { Database } from '../../delivery/database.ts';
import type { Waiting } from './telemetry.ts';

const STATES = ['planned', 'sending', 'retrying', 'ambiguous'];

export async function waitingIn(database: Database, now: Date): Promise<Waiting> {
  const rows = await database.query<{ state: string; count: number; due: number; oldest: Date | null }>(
    `select state, count(*) as count, count(*) filter (where not_before <= $1::timestamptz) as due,
       min(not_before) filter (where not_before <= $1::timestamptz) as oldest
     from owed_message where state in ('planned', 'retrying', 'ambiguous') group by state
     union all
     select state, count(*), 0, null from owed_message where state = 'sending' group by state`,
    [now],
  );
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  const oldest = rows.flatMap((row) => (row.oldest ? [row.oldest.getTime()] : []));
  return {
    byState: Object.fromEntries(STATES.map((state) => [state, count(state)])),
    due: rows.reduce((sum, row) => sum + row.due, 0),
    oldestDueSeconds: oldest.length > 0 ? (now.getTime() - Math.min(...oldest)) / 1000 : 0,
  };
}

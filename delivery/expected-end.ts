/** When a send would be through if it began now: what a dry run tells before anybody says yes. */
import type { Database } from './database.ts';
import { REQUESTS_PER_SECOND } from './tenant-rate.ts';

export interface ExpectedEndQuestion {
  tenantId: string;
  messages: number;
  /** Sends a second that the settings allow. */
  perSecond: number;
  now: Date;
}

/** Counts what waits in that tenant now as if it all went first, so that it is rather late than early. */
export async function expectedEnd(
  database: Database,
  { tenantId, messages, perSecond, now }: ExpectedEndQuestion,
): Promise<Date> {
  const [row] = await database.query<{ waiting: number }>(
    `select count(*) as waiting from owed_message
     where tenant_id = $1 and state in ('planned', 'retrying', 'ambiguous') and not_before <= $2::timestamptz`,
    [tenantId, now],
  );
  const seconds = (messages + (row?.waiting ?? 0)) / Math.min(perSecond, REQUESTS_PER_SECOND);
  return new Date(now.getTime() + Math.ceil(seconds) * 1000);
}

/** How far a send is, in numbers. */
import type { Database } from './database.ts';

/** How much longer it takes is told by the pace of so long. */
const LATELY_MS = 30_000;

export type SendProgress = {
  sendId: string;
  /** Its name and code. */
  organisation: string;
  total: number;
  sent: number;
  failed: number;
  cancelled: number;
  /** Being tried again, because Teams was busy or did not answer clearly. */
  retrying: number;
  /** Everything that is not settled: planned, on its way, or being tried again. */
  left: number;
  /** Somebody has stopped it: nothing more of it leaves. */
  stopped: boolean;
  /** How much longer it takes at the pace of late; null while nothing moves. */
  secondsLeft: number | null;
};

/** @returns nothing when there is no such send, or it was not confirmed. */
export async function sendProgress(
  database: Database,
  sendId: string,
  now: Date,
): Promise<SendProgress | undefined> {
  const [row] = await database.query<
    Omit<SendProgress, 'secondsLeft'> & { confirmedAt: Date; lately: number }
  >(
    // The states are counted from an index alone: a large send is counted often.
    `select send.send_id as "sendId", coalesce(organisation.name || ' (' || ods_code || ')', ods_code) as organisation,
       confirmed_at as "confirmedAt", counts.*,
       exists (select 1 from owed_message where owed_message.send_id = send.send_id
         and state in ('cancelled', 'sending') and cancel_asked_at is not null) as stopped,
       (select count(*) from owed_message where owed_message.send_id = send.send_id
         and state in ('sent', 'failed') and changed_at > $2::timestamptz) as lately
     from send left join organisation using (ods_code) cross join lateral (
       select count(*) as total, count(*) filter (where state = 'sent') as sent,
         count(*) filter (where state = 'failed') as failed,
         count(*) filter (where state = 'cancelled') as cancelled,
         count(*) filter (where state in ('retrying', 'ambiguous')) as retrying,
         count(*) filter (where state not in ('sent', 'failed', 'cancelled')) as left
       from owed_message where owed_message.send_id = send.send_id) as counts
     where send.send_id = $1::uuid and confirmed_at is not null`,
    [sendId, new Date(now.getTime() - LATELY_MS)],
  );
  if (!row) return undefined;
  const { confirmedAt, lately, ...progress } = row;
  const seconds = Math.min(LATELY_MS, now.getTime() - confirmedAt.getTime()) / 1000;
  return { ...progress, secondsLeft: lately > 0 ? Math.ceil((seconds / lately) * progress.left) : null };
}

/** What the people who run the service can do with anybody's send: cancel what has not left, and retry what failed. */
import { type Actor, recordAudit } from '../access/audit.ts';
import { type CancelledSend, cancelSend } from '../delivery/cancel-send.ts';
import type { Database } from '../delivery/database.ts';
import { type RetriedSend, retrySend } from '../delivery/retry-send.ts';
import { isLatestReport } from './latest-report.ts';

const CANCELLED = 'The people who run the service cancelled it.';
/** A warning says how many days are left: a day later that is wrong. */
const RETRY_WITHIN_MS = 24 * 60 * 60 * 1000;

export interface OperatedSend {
  sendId: string;
  actor: Actor;
  now: Date;
}

export type CancelResult =
  | ({ outcome: 'cancelled' } & CancelledSend)
  | { outcome: 'not-under-way' | 'no-such-send' };

export type RetryResult =
  | ({ outcome: 'retried' } & RetriedSend)
  /** What it says may no longer be true: a day has passed, or a newer report has come. */
  | { outcome: 'too-old' | 'newer-report' | 'not-started' | 'no-such-send' };

interface SendRow {
  state: string;
  odsCode: string;
  reportId: number;
  confirmedAt: Date | null;
}

/** Call it in a transaction. */
export async function cancelByOperator(
  database: Database,
  { sendId, actor, now }: OperatedSend,
): Promise<CancelResult> {
  const send = await locked(database, sendId);
  if (!send) return { outcome: 'no-such-send' };
  if (send.state !== 'confirmed') return { outcome: 'not-under-way' };
  const cancelled = await cancelSend(database, sendId, CANCELLED, now);
  const { odsCode } = send;
  await recordAudit(database, {
    actor,
    what: 'send.stopped',
    odsCode,
    subject: sendId,
    after: cancelled,
    at: now,
  });
  return { outcome: 'cancelled', ...cancelled };
}

/** Call it in a transaction. @param all also what Teams refused for good. */
export async function retryByOperator(
  database: Database,
  { sendId, actor, now }: OperatedSend,
  all: boolean,
): Promise<RetryResult> {
  const send = await locked(database, sendId);
  if (!send) return { outcome: 'no-such-send' };
  const { odsCode, reportId, confirmedAt } = send;
  if (!confirmedAt) return { outcome: 'not-started' };
  if (now.getTime() - confirmedAt.getTime() > RETRY_WITHIN_MS) return { outcome: 'too-old' };
  if (!(await isLatestReport(database, odsCode, reportId))) return { outcome: 'newer-report' };
  const retried = await retrySend(database, sendId, all, now);
  if (retried.again > 0) {
    await recordAudit(database, {
      actor,
      what: 'send.retried',
      odsCode,
      subject: sendId,
      after: { ...retried, all },
      at: now,
    });
  }
  return { outcome: 'retried', ...retried };
}

async function locked(database: Database, sendId: string): Promise<SendRow | undefined> {
  const [send] = await database.query<SendRow>(
    `select state, ods_code as "odsCode", report_id as "reportId", confirmed_at as "confirmedAt"
     from send where send_id = $1::uuid for update`,
    [sendId],
  );
  return send;
}

/** What came of a send, by name, and the message that tells it to the person who asked for it. */
import type { Database } from './database.ts';
import { owe } from './ledger.ts';
import { type Recipient, SETTLED_STATES } from './owed-message.ts';

/** The kind under which the result of a send stands in the ledger. */
export const DELIVERY_RESULT = 'delivery-result';

export interface NamedAccount {
  name: string;
  address: string;
}

/** Also the content of the `delivery-result` message. */
export type SendReport = {
  sendId: string;
  odsCode: string;
  sent: number;
  failed: number;
  /** Sent or failed after we once could not be sure: it may have arrived more than once, or not at all. */
  ambiguous: number;
  cancelled: number;
  /** Still on their way. */
  pending: number;
  unreachable: number;
  failures: (NamedAccount & { reason: string })[];
  unreachablePeople: NamedAccount[];
};

export interface SendToReport {
  sendId: string;
  odsCode: string;
  asker: Recipient;
}

const isSettled = `state in (${SETTLED_STATES.map((state) => `'${state}'`).join(', ')})`;

/** @returns nothing when there is no such send. */
export async function sendReport(database: Database, sendId: string): Promise<SendReport | undefined> {
  const [counts] = await database.query<Omit<SendReport, 'unreachable' | 'failures' | 'unreachablePeople'>>(
    `select send.send_id as "sendId", send.ods_code as "odsCode",
       count(*) filter (where owed_message.state = 'sent') as sent,
       count(*) filter (where owed_message.state = 'failed') as failed,
       count(*) filter (where owed_message.was_ambiguous) as ambiguous,
       count(*) filter (where owed_message.state = 'cancelled') as cancelled,
       count(*) filter (where not owed_message.${isSettled}) as pending
     from send left join owed_message using (send_id) where send.send_id = $1::uuid group by send.send_id`,
    [sendId],
  );
  if (!counts) return undefined;
  const failures = await database.query<NamedAccount & { reason: string }>(
    `select display_name as name, address, coalesce(failure, '') as reason
     from owed_message join send_recipient using (send_id, reason_key)
     where send_id = $1::uuid and state = 'failed' order by name, address`,
    [sendId],
  );
  const unreachablePeople = await database.query<NamedAccount>(
    `select display_name as name, address from send_recipient
     where send_id = $1::uuid and aad_object_id is null order by name, address`,
    [sendId],
  );
  return { ...counts, unreachable: unreachablePeople.length, failures, unreachablePeople };
}

/** Confirmed sends of which nothing more is on its way, oldest first. */
export function sendsToReport(database: Database): Promise<SendToReport[]> {
  return database.query<SendToReport>(
    `select send_id as "sendId", ods_code as "odsCode",
       jsonb_build_object('tenantId', tenant_id, 'aadObjectId', aad_object_id) as asker
     from send where state = 'confirmed'
       and not exists (
         select 1 from owed_message where owed_message.send_id = send.send_id and not owed_message.${isSettled})
     order by confirmed_at, send_id`,
  );
}

/**
 * Owes the result to the person who asked, and marks the send reported: both or neither, and once.
 * @param mayKnow whether they may still see the organisation's accounts. If not, nobody is told.
 */
export function markReported(
  database: Database,
  { sendId, asker }: SendToReport,
  mayKnow: boolean,
  now: Date,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const marked = await transaction.query(
      `update send set state = 'reported', reported_at = $2::timestamptz
       where send_id = $1::uuid and state = 'confirmed' returning send_id`,
      [sendId, now],
    );
    const report = marked.length > 0 && mayKnow ? await sendReport(transaction, sendId) : undefined;
    if (!report) return false;
    const reasonKey = `send:${sendId}:result`;
    return owe(
      transaction,
      { reasonKey, kind: DELIVERY_RESULT, to: asker, content: report, notBefore: now },
      now,
    );
  });
}

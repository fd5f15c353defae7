/** What came of a send, by name, and the message that tells it to the person who asked for it. */
import type { Database } from './database.ts';
import { owe } from './ledger.ts';
import { type Recipient, SETTLED_STATES } from './owed-message.ts';

/** The kind under which the result of a send stands in the ledger. */
export const DELIVERY_RESULT = 'delivery-result';
/** The kind of the line that says that a send is over, where its card has become the report: that makes no sound. */
export const SEND_FINISHED = 'send-finished';
/** Whoever waited longer than this may look at something else by now. */
const LONG_MS = 60_000;
/** The card has room for so many; the file has all of them. */
const LISTED = 10;

export interface NamedAccount {
  name: string;
  address: string;
}

export type SendReport = {
  sendId: string;
  odsCode: string;
  /** The organisation's name and code. */
  organisation: string;
  sent: number;
  /** Of all: those that took more than one attempt. */
  retried: number;
  failed: number;
  /** Sent or failed after we once could not be sure: it may have arrived more than once, or not at all. */
  ambiguous: number;
  cancelled: number;
  /** Still on their way. */
  pending: number;
  unreachable: number;
  /** Why some failed, the most frequent first. */
  reasons: { reason: string; count: number }[];
  failures: (NamedAccount & { reason: string })[];
  unreachablePeople: NamedAccount[];
};

/** The same with the first few people only. Also the content of the `delivery-result` message. */
export type ShownReport = SendReport;

/** The content of the `send-finished` message. */
export type SendFinished = { organisation: string; sent: number; notReached: number };

export interface SendToReport {
  sendId: string;
  odsCode: string;
  asker: Recipient;
}

const isSettled = `state in (${SETTLED_STATES.map((state) => `'${state}'`).join(', ')})`;

/** @returns nothing when there is no such send. */
export function sendReport(database: Database, sendId: string): Promise<SendReport | undefined> {
  return readReport(database, sendId, null);
}

export function shownReport(database: Database, sendId: string): Promise<ShownReport | undefined> {
  return readReport(database, sendId, LISTED);
}

async function readReport(
  database: Database,
  sendId: string,
  listed: number | null,
): Promise<SendReport | undefined> {
  const [counts] = await database.query<Omit<SendReport, 'reasons' | 'failures' | 'unreachablePeople'>>(
    `select send.send_id as "sendId", send.ods_code as "odsCode",
       coalesce(max(organisation.name) || ' (' || ods_code || ')', ods_code) as organisation,
       count(*) filter (where owed_message.state = 'sent') as sent,
       count(*) filter (where owed_message.attempts > 1) as retried,
       count(*) filter (where owed_message.state = 'failed') as failed,
       count(*) filter (where owed_message.was_ambiguous) as ambiguous,
       count(*) filter (where owed_message.state = 'cancelled') as cancelled,
       count(*) filter (where not owed_message.${isSettled}) as pending,
       (select count(*) from send_recipient
         where send_recipient.send_id = send.send_id and aad_object_id is null) as unreachable
     from send left join organisation using (ods_code) left join owed_message using (send_id)
     where send.send_id = $1::uuid group by send.send_id`,
    [sendId],
  );
  if (!counts) return undefined;
  const reasons = await database.query<{ reason: string; count: number }>(
    `select coalesce(failure, '') as reason, count(*) as count from owed_message
     where send_id = $1::uuid and state = 'failed' group by reason order by count desc, reason`,
    [sendId],
  );
  const failures = await database.query<NamedAccount & { reason: string }>(
    `select display_name as name, address, coalesce(failure, '') as reason
     from owed_message join send_recipient using (send_id, reason_key)
     where send_id = $1::uuid and state = 'failed' order by name, address limit $2::int`,
    [sendId, listed],
  );
  const unreachablePeople = await database.query<NamedAccount>(
    `select display_name as name, address from send_recipient
     where send_id = $1::uuid and aad_object_id is null order by name, address limit $2::int`,
    [sendId, listed],
  );
  return { ...counts, reasons, failures, unreachablePeople };
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
 * Marks the send reported, and tells the person who asked: both or neither, and once. Where they have a card that shows
 * how far the send is, it becomes the report at the next look.
 * @param mayKnow whether they may still see the organisation's accounts. If not, nobody is told.
 * @returns whether a message is owed for it, or the card has to change.
 */
export function markReported(
  database: Database,
  { sendId, asker }: SendToReport,
  mayKnow: boolean,
  now: Date,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const [marked] = await transaction.query<{ hasCard: boolean; tookMs: number }>(
      `update send set state = 'reported', reported_at = $2::timestamptz,
         progress_next_at = case when exists (
           select 1 from owed_message where reason_key = 'send:' || send.send_id || ':progress'
             and state not in ('failed', 'cancelled')) then $2::timestamptz end
       where send_id = $1::uuid and state = 'confirmed'
       returning progress_next_at is not null as "hasCard",
         (extract(epoch from $2::timestamptz - confirmed_at) * 1000)::float8 as "tookMs"`,
      [sendId, now],
    );
    if (!marked) return false;
    const report = mayKnow ? await shownReport(transaction, sendId) : undefined;
    if (!report) return marked.hasCard;
    if (!marked.hasCard) return oweResult(transaction, asker, report, now);
    if (marked.tookMs >= LONG_MS) await oweFinished(transaction, asker, report, now);
    return true;
  });
}

/** Owes the report as a message of its own. Call it in the transaction that notes that it is owed. */
export function oweResult(
  database: Database,
  to: Recipient,
  report: ShownReport,
  now: Date,
): Promise<boolean> {
  const reasonKey = `send:${report.sendId}:result:${now.toISOString()}`;
  return owe(database, { reasonKey, kind: DELIVERY_RESULT, to, content: report, notBefore: now }, now);
}

function oweFinished(database: Database, to: Recipient, report: ShownReport, now: Date): Promise<boolean> {
  const { sendId, organisation, sent, failed, cancelled, unreachable } = report;
  const content: SendFinished = { organisation, sent, notReached: failed + cancelled + unreachable };
  const reasonKey = `send:${sendId}:finished:${now.toISOString()}`;
  return owe(database, { reasonKey, kind: SEND_FINISHED, to, content, notBefore: now }, now);
}

/** A send that somebody asks for: a dry run is kept, and only what it showed is owed once they say yes. */
import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import type { Content, Recipient } from './owed-message.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface ProposedRecipient {
  name: string;
  address: string;
  /** Absent when they cannot be written to in Teams. */
  person?: Recipient;
  reasonKey: string;
  kind: string;
  content: Content;
}

export interface NewSend {
  odsCode: string;
  asker: Recipient;
  profile: string;
  reportId: number;
  recipients: readonly ProposedRecipient[];
  now: Date;
}

export type ConfirmOutcome =
  /** `count` messages are owed now; fewer than the dry run showed when another send was quicker. */
  | { outcome: 'confirmed'; count: number }
  | { outcome: 'already-confirmed' }
  | { outcome: 'expired' }
  | { outcome: 'cancelled' }
  | { outcome: 'not-yours' };

export type CancelOutcome = { outcome: 'cancelled' | 'already-confirmed' | 'not-yours' };

export interface SendQuestion {
  /** From a card, so it may be anything. */
  sendId: string;
  asker: Recipient;
  /** Whether the asker may still act for the organisation; asked in the same transaction. */
  mayStill(transaction: Database, odsCode: string): Promise<boolean>;
}

export interface ConfirmQuestion extends SendQuestion {
  now: Date;
  lastsMs: number;
  /** Whether the dry run still tells what is known; asked in the same transaction. */
  isCurrent(transaction: Database, odsCode: string, reportId: number): Promise<boolean>;
}

/** Keeps a dry run. @returns its id. Call it in a transaction. */
export async function propose(database: Database, send: NewSend): Promise<string> {
  const sendId = randomUUID();
  const { odsCode, asker, profile, reportId, recipients, now } = send;
  await database.query(
    `insert into send (send_id, ods_code, tenant_id, aad_object_id, state, profile, report_id, proposed_at)
     values ($1::uuid, $2, $3, $4, 'proposed', $5, $6, $7::timestamptz)`,
    [sendId, odsCode, asker.tenantId, asker.aadObjectId, profile, reportId, now],
  );
  await database.query(
    `insert into send_recipient (send_id, reason_key, address, display_name, tenant_id, aad_object_id, kind, content)
     select $1::uuid, "reasonKey", address, name, person ->> 'tenantId', person ->> 'aadObjectId', kind, content
     from jsonb_to_recordset($2::jsonb)
       as r("reasonKey" text, address text, name text, person jsonb, kind text, content jsonb)`,
    [sendId, JSON.stringify(recipients)],
  );
  return sendId;
}

/** Owes what the dry run showed, in one transaction; of two at once the second finds it confirmed. */
export function confirmProposal(database: Database, question: ConfirmQuestion): Promise<ConfirmOutcome> {
  return database.transaction(async (transaction) => {
    const send = await ownSend(transaction, question);
    if (!send) return { outcome: 'not-yours' };
    if (send.state === 'cancelled') return { outcome: 'cancelled' };
    if (send.state !== 'proposed') return { outcome: 'already-confirmed' };
    const age = question.now.getTime() - send.proposedAt.getTime();
    if (age >= question.lastsMs) return { outcome: 'expired' };
    if (!(await question.isCurrent(transaction, send.odsCode, send.reportId))) return { outcome: 'expired' };
    const owed = await transaction.query(OWE_ALL, [question.sendId, question.now]);
    await transaction.query(
      `update send set state = 'confirmed', confirmed_at = $2::timestamptz where send_id = $1::uuid`,
      [question.sendId, question.now],
    );
    return { outcome: 'confirmed', count: owed.length };
  });
}

/** What happens within a week is urgent: it goes before other organisations' warnings that can wait. */
const OWE_ALL = `with owed as (
    insert into owed_message
      (send_id, reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at, organisation,
       urgency)
    select send_id, reason_key, kind, recipient.tenant_id, recipient.aad_object_id, content,
      $2::timestamptz, $2::timestamptz, $2::timestamptz, ods_code,
      case when content ->> 'date' <= to_char($2::timestamptz + interval '7 days', 'YYYY-MM-DD') then 0 else 1 end
    from send_recipient as recipient join send using (send_id)
    where send_id = $1::uuid and recipient.aad_object_id is not null
    order by content ->> 'date', address
    on conflict (reason_key) do nothing returning owed_id)
  insert into owed_message_change (owed_id, at, state)
  select owed_id, $2::timestamptz, 'planned' from owed returning owed_id`;

/** Takes a dry run back before it is confirmed. */
export function cancelProposal(database: Database, question: SendQuestion): Promise<CancelOutcome> {
  return database.transaction(async (transaction) => {
    const send = await ownSend(transaction, question);
    if (!send) return { outcome: 'not-yours' };
    if (send.state === 'confirmed' || send.state === 'reported') return { outcome: 'already-confirmed' };
    await transaction.query(`update send set state = 'cancelled' where send_id = $1::uuid`, [
      question.sendId,
    ]);
    return { outcome: 'cancelled' };
  });
}

export interface OwnSend {
  state: string;
  odsCode: string;
  reportId: number;
  proposedAt: Date;
}

/** The send, locked, if this person asked for it and may still act. Whether others' sends exist is not told. */
export async function ownSend(transaction: Database, question: SendQuestion): Promise<OwnSend | undefined> {
  const { sendId, asker, mayStill } = question;
  if (!UUID.test(sendId)) return undefined;
  const [send] = await transaction.query<OwnSend>(
    `select state, ods_code as "odsCode", report_id as "reportId", proposed_at as "proposedAt"
     from send where send_id = $1::uuid and tenant_id = $2 and aad_object_id = $3 for update`,
    [sendId, asker.tenantId, asker.aadObjectId],
  );
  return send && (await mayStill(transaction, send.odsCode)) ? send : undefined;
}

/**
 * A large send shows whoever asked for it how far it is: one card in their chat, changed in its own place until it is
 * the delivery report. The card is an owed message like any other, so it keeps to the rate and outlives a replica.
 */
import type { Database } from './database.ts';
import { owe, oweInPlace } from './ledger.ts';
import type { OwedState, Recipient } from './owed-message.ts';
import { type SendProgress, sendProgress } from './progress-of-send.ts';
import { oweResult, type ShownReport, shownReport } from './send-report.ts';
import { REQUESTS_PER_SECOND } from './tenant-rate.ts';

/** The kind under which such a card stands in the ledger. */
export const SEND_PROGRESS = 'send-progress';
/** A send that ends sooner has no such card: its report comes at once. */
const FIRST_AFTER_MS = 3000;
/** The card changes about this often on the way, as long as that is neither too quick to read nor too slow. */
const CHANGES = 10;
const QUICKEST_MS = 2000;
const SLOWEST_MS = 10_000;
/** While the last form of the card is on its way, and for what is not known yet. */
const LOOK_AGAIN_MS = 2000;
const AT_ONCE = 20;

/** What the card shows: how far it is, how it ended, or nothing, to somebody who may no longer know. */
export type ProgressContent =
  | ({ shows: 'progress' } & SendProgress)
  | ({ shows: 'report' } & ShownReport)
  | { shows: 'nothing' };

interface ShownSend {
  sendId: string;
  odsCode: string;
  state: 'confirmed' | 'reported';
  asker: Recipient;
}

/** @returns when a send that is confirmed now is to be shown for the first time. */
export function firstProgressAt(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + FIRST_AFTER_MS);
}

/**
 * Brings the cards up to date whose time has come. Every replica may call it as often as it likes.
 * @param mayKnow whether whoever asked for the send may still see that organisation's things.
 * @returns how many messages are owed since.
 */
export async function showProgress(
  database: Database,
  mayKnow: (asker: Recipient, odsCode: string) => Promise<boolean>,
  now: Date,
): Promise<number> {
  let owed = 0;
  for (const send of await takeDue(database, now)) {
    const may = await mayKnow(send.asker, send.odsCode);
    if (await show(database, send, may, now)) owed++;
  }
  return owed;
}

/** Those whose time has come. No other replica looks at them for a moment. */
function takeDue(database: Database, now: Date): Promise<ShownSend[]> {
  return database.query<ShownSend>(
    `update send set progress_next_at = $2::timestamptz
     where send_id in (
       select send_id from send where progress_next_at <= $1::timestamptz
       order by progress_next_at limit ${AT_ONCE} for update skip locked)
     returning send_id as "sendId", ods_code as "odsCode", state,
       jsonb_build_object('tenantId', tenant_id, 'aadObjectId', aad_object_id) as asker`,
    [now, after(LOOK_AGAIN_MS, now)],
  );
}

function show(database: Database, send: ShownSend, mayKnow: boolean, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const { sendId, asker } = send;
    const content = await contentFor(transaction, send, mayKnow, now);
    if (!content) return nextLook(transaction, sendId, null);
    const card = await cardOf(transaction, sendId, content);
    if (content.shows === 'progress') {
      await nextLook(transaction, sendId, after(paceOf(content.total), now));
      if (card) return oweInPlace(transaction, progressKey(sendId), content, now);
      return owe(
        transaction,
        {
          reasonKey: progressKey(sendId),
          kind: SEND_PROGRESS,
          to: asker,
          content,
          notBefore: now,
          urgent: true,
        },
        now,
      );
    }
    if (card?.state === 'sent' && card.isShown) return nextLook(transaction, sendId, null);
    // Without a card to change, the report is a message of its own.
    if (!card || card.state === 'failed' || card.state === 'cancelled') {
      await nextLook(transaction, sendId, null);
      return content.shows === 'report' && oweResult(transaction, asker, content, now);
    }
    return oweInPlace(transaction, progressKey(sendId), content, now);
  });
}

async function contentFor(
  database: Database,
  { sendId, state }: ShownSend,
  mayKnow: boolean,
  now: Date,
): Promise<ProgressContent | undefined> {
  if (!mayKnow) return { shows: 'nothing' };
  if (state === 'confirmed') {
    const progress = await sendProgress(database, sendId, now);
    return progress && { shows: 'progress', ...progress };
  }
  const report = await shownReport(database, sendId);
  return report && { shows: 'report', ...report };
}

async function cardOf(
  database: Database,
  sendId: string,
  content: ProgressContent,
): Promise<{ state: OwedState; isShown: boolean } | undefined> {
  const [card] = await database.query<{ state: OwedState; isShown: boolean }>(
    'select state, content = $2::jsonb as "isShown" from owed_message where reason_key = $1 for update',
    [progressKey(sendId), JSON.stringify(content)],
  );
  return card;
}

async function nextLook(database: Database, sendId: string, at: Date | null): Promise<false> {
  await database.query('update send set progress_next_at = $2::timestamptz where send_id = $1::uuid', [
    sendId,
    at,
  ]);
  return false;
}

/** How long until the next change: a tenth of what the whole takes at the full rate, within what people can follow. */
function paceOf(total: number): number {
  const wholeMs = (total / REQUESTS_PER_SECOND) * 1000;
  return Math.min(SLOWEST_MS, Math.max(QUICKEST_MS, wholeMs / CHANGES));
}

function after(ms: number, now: Date): Date {
  return new Date(now.getTime() + ms);
}

export function progressKey(sendId: string): string {
  return `send:${sendId}:progress`;
}

/** A dry run that leads to something else than a send: it was seen, by this person, and still tells what is known. */
import type { Database } from './database.ts';
import { type ConfirmQuestion, ownSend } from './send.ts';

export type TakeOutcome =
  | { outcome: 'taken'; odsCode: string }
  /** Used or taken back before. */
  | { outcome: 'used' }
  | { outcome: 'expired' }
  | { outcome: 'not-yours' };

/** Takes the dry run, once. Nothing is owed by it. Call it in the transaction that does what it was shown for. */
export async function takeProposal(transaction: Database, question: ConfirmQuestion): Promise<TakeOutcome> {
  const send = await ownSend(transaction, question);
  if (!send) return { outcome: 'not-yours' };
  if (send.state !== 'proposed') return { outcome: 'used' };
  const age = question.now.getTime() - send.proposedAt.getTime();
  if (age >= question.lastsMs || !(await question.isCurrent(transaction, send.odsCode, send.reportId))) {
    return { outcome: 'expired' };
  }
  await transaction.query(`update send set state = 'cancelled' where send_id = $1::uuid`, [question.sendId]);
  return { outcome: 'taken', odsCode: send.odsCode };
}

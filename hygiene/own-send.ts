/** What the administrator who asked for a send can still do with it: stop it, and take away who was not reached. */
import { administers, type TeamsPerson } from '../access/administrators.ts';
import { recordAudit } from '../access/audit.ts';
import { cancelSend } from '../delivery/cancel-send.ts';
import type { Database } from '../delivery/database.ts';
import { type SendProgress, sendProgress } from '../delivery/progress-of-send.ts';
import { type OwnSend, ownSend, type SendQuestion } from '../delivery/send.ts';

const STOPPED = 'The administrator stopped the send.';

export interface OwnSendQuestion {
  /** From a card, so it may be anything. */
  sendId: string;
  administrator: TeamsPerson;
  now: Date;
}

export type StopOutcome =
  | { outcome: 'stopped'; progress: SendProgress }
  /** Nothing was under way: it is over, or was never begun. */
  | { outcome: 'over' | 'not-started' }
  | { outcome: 'not-yours' };

/** Stops what has not left yet, on every replica within a second. Stopped twice, the second finds nothing to stop. */
export function stopSend(database: Database, question: OwnSendQuestion): Promise<StopOutcome> {
  const { sendId, administrator, now } = question;
  return database.transaction(async (transaction) => {
    const send = await ownSend(transaction, asked(question));
    if (!send) return { outcome: 'not-yours' };
    if (send.state === 'reported') return { outcome: 'over' };
    if (send.state !== 'confirmed') return { outcome: 'not-started' };
    const stopped = await cancelSend(transaction, sendId, STOPPED, now);
    if (stopped.cancelled + stopped.underWay > 0) {
      await recordAudit(transaction, {
        actor: administrator,
        what: 'send.stopped',
        odsCode: send.odsCode,
        subject: sendId,
        after: stopped,
        at: now,
      });
    }
    const progress = await sendProgress(transaction, sendId, now);
    return progress ? { outcome: 'stopped', progress } : { outcome: 'over' };
  });
}

/** The send, if this person asked for it and still administers the organisation. */
export function sendOf(database: Database, question: OwnSendQuestion): Promise<OwnSend | undefined> {
  return database.transaction((transaction) => ownSend(transaction, asked(question)));
}

function asked({ sendId, administrator: asker, now }: OwnSendQuestion): SendQuestion {
  return {
    sendId,
    asker,
    mayStill: (transaction, odsCode) => administers(transaction, asker, odsCode, now),
  };
}

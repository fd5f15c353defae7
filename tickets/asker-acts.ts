/** What the person who asked does with their ticket. Done twice, it is done once. */
import type { Database } from '../delivery/database.ts';
import { type Act, type ActOutcome, changed, whyNotWritten, within, write } from './act.ts';
import { hasMostOpen, wroteOftenInARow } from './limits.ts';
import { channelsInUse, moveTicket } from './question-channels.ts';
import type { Ticket } from './ticket.ts';
import { oweReply } from './ticket-messages.ts';
import { sayWhomToRing } from './waiting.ts';
import { afterWorkingTime, type WaitingTime } from './working-time.ts';

export type AskerStep = 'reply' | 'solved';

export type AskerOutcome =
  | ActOutcome
  /** It would wait again, and too many of theirs do; or no helper has written since they last wrote so often. */
  | { outcome: 'too-many' | 'wait-for-helper'; ticket: Ticket };

/**
 * Whoever writes back in a ticket that is closed opens it again: then it waits for a helper as a new one does. So does
 * one whose channel was given up: it goes to the channel of now, or the person is told whom to ring.
 */
export function askerActs(
  database: Database,
  step: AskerStep,
  act: Act,
  waiting: WaitingTime,
): Promise<AskerOutcome> {
  const { tenantId, aadObjectId } = act.by;
  return within<AskerOutcome>(
    database,
    { asker: { tenantId, aadObjectId } },
    act,
    async (transaction, ticket) => {
      if (step === 'solved') {
        if (ticket.state === 'closed') return { outcome: 'done', ticket };
        return changed(transaction, ticket, { state: 'closed' }, act.now);
      }
      const refused = whyNotWritten(ticket, act, false) ?? (await isTooMuch(transaction, ticket));
      if (refused) return refused;
      await write(transaction, ticket, act, false);
      if (!ticket.channelInUse) return elsewhere(transaction, ticket, act.now, waiting);
      await oweReply(transaction, ticket, ticket.messages.length + 1, act.now);
      if (ticket.state !== 'closed') {
        return changed(transaction, ticket, { state: ticket.takenBy === null ? 'open' : 'taken' }, act.now);
      }
      return openAnew(transaction, ticket, act.now, waiting);
    },
  );
}

async function isTooMuch(transaction: Database, ticket: Ticket): Promise<AskerOutcome | undefined> {
  if (wroteOftenInARow(ticket)) return { outcome: 'wait-for-helper', ticket };
  const waitsAgain = ticket.state === 'answered' || ticket.state === 'closed';
  return waitsAgain && (await hasMostOpen(transaction, ticket)) ? { outcome: 'too-many', ticket } : undefined;
}

/** What was just written is shown where helpers can read it, and nowhere else. */
async function elsewhere(
  transaction: Database,
  ticket: Ticket,
  now: Date,
  waiting: WaitingTime,
): Promise<ActOutcome> {
  const inUse = await channelsInUse(transaction, [ticket.odsCode]);
  const channel = inUse.find(({ tenantId }) => tenantId === ticket.tenantId);
  if (!channel) {
    await sayWhomToRing(transaction, ticket.ticketId, now);
    return { outcome: 'done', ticket };
  }
  const { helperChannelId, conversationId } = channel;
  await moveTicket(transaction, ticket.ticketId, helperChannelId, now);
  const moved = { ...ticket, helperChannelId, conversationId, channelInUse: true };
  return openAnew(transaction, moved, now, waiting);
}

async function openAnew(
  transaction: Database,
  ticket: Ticket,
  now: Date,
  waiting: WaitingTime,
): Promise<ActOutcome> {
  await transaction.query(
    `update ticket set taken_by = null, taken_name = null, ring_at = $2::timestamptz, told_to_ring_at = null
     where ticket_id = $1::uuid`,
    [ticket.ticketId, afterWorkingTime(now, waiting)],
  );
  return changed(transaction, ticket, { state: 'open' }, now);
}

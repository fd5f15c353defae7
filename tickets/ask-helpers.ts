/** A person sends a question to the helpers of their organisation: it becomes a ticket, once. */
import type { Database } from '../delivery/database.ts';
import { hasMostOpen, lockAsker } from './limits.ts';
import { channelsInUse, type HelperChannel, lockOrganisation } from './question-channels.ts';
import { type Actor, isTicketId, LONGEST_BEFORE, LONGEST_QUESTION, type Ticket } from './ticket.ts';
import { oweCards, wasSent } from './ticket-messages.ts';
import { ticketToShow } from './ticket-rows.ts';
import { afterWorkingTime, type WaitingTime } from './working-time.ts';

export interface NewTicket {
  /** Made with the form. */
  ticketId: string;
  asker: Actor;
  channel: HelperChannel;
  question: string;
  answeredBefore: string;
  waiting: WaitingTime;
  now: Date;
}

export type AskOutcome =
  | { outcome: 'sent'; ticket: Ticket }
  /** The form is somebody else's or no form of ours, or what was sent with it was deleted. */
  | { outcome: 'not-yours' }
  /** It was given up between the look at it and now. */
  | { outcome: 'channel-gone' }
  | { outcome: 'too-many' };

/** The channel was found fit just before; whether it is still in use is read here. A form that is sent twice is one ticket. */
export function askHelpers(database: Database, asked: NewTicket): Promise<AskOutcome> {
  const { ticketId, asker, channel, now } = asked;
  if (!isTicketId(ticketId)) return Promise.resolve({ outcome: 'not-yours' });
  return database.transaction(async (transaction) => {
    await lockOrganisation(transaction, channel.odsCode);
    await lockAsker(transaction, asker);
    const existing = await ticketToShow(transaction, ticketId);
    if (existing) {
      const own = existing.tenantId === asker.tenantId && existing.aadObjectId === asker.aadObjectId;
      return own ? { outcome: 'sent', ticket: existing } : { outcome: 'not-yours' };
    }
    if (await wasSent(transaction, ticketId)) return { outcome: 'not-yours' };
    const [inUse] = await channelsInUse(transaction, [channel.odsCode]);
    if (inUse?.helperChannelId !== channel.helperChannelId) return { outcome: 'channel-gone' };
    if (await hasMostOpen(transaction, asker)) return { outcome: 'too-many' };
    await transaction.query(
      `insert into ticket (ticket_id, ods_code, number, helper_channel_id, tenant_id, aad_object_id, asker_name, state,
         question, answered_before, asked_at, changed_at, ring_at)
       values ($1::uuid, $2, $11, $3::bigint, $4, $5, $6, 'open', $7, $8, $9::timestamptz, $9::timestamptz,
         $10::timestamptz)`,
      [
        ticketId,
        channel.odsCode,
        channel.helperChannelId,
        asker.tenantId,
        asker.aadObjectId,
        asker.name,
        asked.question.slice(0, LONGEST_QUESTION),
        asked.answeredBefore.slice(0, LONGEST_BEFORE),
        now,
        afterWorkingTime(now, asked.waiting),
        await nextNumber(transaction, channel.odsCode),
      ],
    );
    const ticket = await ticketToShow(transaction, ticketId);
    if (!ticket) throw new Error('The ticket was not kept.');
    await oweCards(transaction, ticket, now);
    return { outcome: 'sent', ticket };
  });
}

/** No number is given twice, whatever was deleted. */
async function nextNumber(transaction: Database, odsCode: string): Promise<number> {
  const [row] = await transaction.query<{ number: number }>(
    `update organisation set last_ticket_number = last_ticket_number + 1 where ods_code = $1
     returning last_ticket_number as number`,
    [odsCode],
  );
  if (!row) throw new Error('The organisation is gone.');
  return row.number;
}

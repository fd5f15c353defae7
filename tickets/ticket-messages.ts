/**
 * What a ticket makes the service send. The ledger holds only its id: a card is filled in when it is sent, so that it
 * never shows what is over, and so that the words are kept with the ticket and nowhere else.
 */
import type { Database } from '../delivery/database.ts';
import { owe, owedFor } from '../delivery/ledger.ts';
import { cancelOvertakenChanges } from '../delivery/overtaken-changes.ts';
import { NOBODY, type Target } from '../delivery/owed-message.ts';
import type { Ticket } from './ticket.ts';

/** Kinds of the ledger. Those for a channel hold its id as well, so that they are shown in no other. */
export const FOR_HELPERS = 'ticket-for-helpers';
export const FOR_ASKER = 'ticket-for-asker';
export const HELPERS_ANSWER = 'ticket-answer';
export const ASKERS_REPLY = 'ticket-reply';
export const WHOM_TO_RING = 'ticket-whom-to-ring';

type About = Pick<
  Ticket,
  'ticketId' | 'odsCode' | 'tenantId' | 'aadObjectId' | 'conversationId' | 'helperChannelId' | 'channelInUse'
>;

const channelKey = ({ ticketId, helperChannelId }: About) => `ticket:${ticketId}:channel:${helperChannelId}`;
const askerKey = ({ ticketId }: Pick<About, 'ticketId'>) => `ticket:${ticketId}:asker`;

/** The two cards of a ticket: one in the channel, one in the asker's chat. */
export async function oweCards(transaction: Database, ticket: About, now: Date): Promise<void> {
  await oweChannelCard(transaction, ticket, now);
  await oweAsker(transaction, ticket, FOR_ASKER, askerKey(ticket), now);
}

/** Whether a ticket of this id ever was: the ledger remembers it when the ticket is deleted, and would send no card. */
export async function wasSent(database: Database, ticketId: string): Promise<boolean> {
  const key = askerKey({ ticketId: ticketId.toLowerCase() });
  return (await owedFor(database, [key])).has(key);
}

/** Also when the organisation's channel is another one now: what is not closed is shown there. */
export function oweChannelCard(transaction: Database, ticket: About, now: Date): Promise<void> {
  return oweChannel(transaction, ticket, FOR_HELPERS, channelKey(ticket), now);
}

/** Whether the channel for which a message was owed may still read the ticket. @param content of the message. */
export function isFor(ticket: Ticket, content: Readonly<Record<string, unknown>>): boolean {
  return ticket.channelInUse && ticket.helperChannelId === content.channel;
}

/** Both cards are changed in place. @param version of the ticket now. */
export async function oweChanges(
  transaction: Database,
  ticket: About,
  version: number,
  now: Date,
): Promise<void> {
  const [channel, asker] = [channelKey(ticket), askerKey(ticket)];
  for (const key of [channel, asker]) await cancelOvertakenChanges(transaction, key, now);
  const change = (reasonKey: string): Target => ({ reasonKey, use: 'change' });
  await oweChannel(transaction, ticket, FOR_HELPERS, `${channel}:v${version}`, now, change(channel));
  await oweAsker(transaction, ticket, FOR_ASKER, `${asker}:v${version}`, now, change(asker));
}

/** What a helper answered, as a message of its own in the asker's chat. */
export function oweAnswer(transaction: Database, ticket: About, nth: number, now: Date): Promise<void> {
  const key = `ticket:${ticket.ticketId}:answer:${nth}`;
  return oweAsker(transaction, ticket, HELPERS_ANSWER, key, now, undefined, { nth });
}

/** That the asker wrote back, below the ticket's card: a card that only changes tells nobody. */
export function oweReply(transaction: Database, ticket: About, nth: number, now: Date): Promise<void> {
  const key = `ticket:${ticket.ticketId}:reply:${nth}`;
  const target: Target = { reasonKey: channelKey(ticket), use: 'thread' };
  return oweChannel(transaction, ticket, ASKERS_REPLY, key, now, target);
}

/** @param round counts how often the ticket was opened. */
export function oweWhomToRing(transaction: Database, ticket: About, round: number, now: Date): Promise<void> {
  return oweAsker(transaction, ticket, WHOM_TO_RING, `ticket:${ticket.ticketId}:ring:${round}`, now);
}

async function oweAsker(
  transaction: Database,
  { ticketId, odsCode, tenantId, aadObjectId }: About,
  kind: string,
  reasonKey: string,
  now: Date,
  target?: Target,
  more: Record<string, unknown> = {},
): Promise<void> {
  const message = { reasonKey, kind, to: { tenantId, aadObjectId }, content: { ticketId, ...more } };
  await owe(
    transaction,
    { ...message, notBefore: now, organisation: odsCode, urgent: true, ...(target && { target }) },
    now,
  );
}

/** Nothing is owed to a channel that was given up. */
async function oweChannel(
  transaction: Database,
  { ticketId, odsCode, tenantId, conversationId, helperChannelId, channelInUse }: About,
  kind: string,
  reasonKey: string,
  now: Date,
  target?: Target,
): Promise<void> {
  if (!channelInUse) return;
  const to = { tenantId, aadObjectId: NOBODY };
  const content = { ticketId, channel: helperChannelId };
  const message = { reasonKey, kind, to, content, conversationId, notBefore: now };
  await owe(transaction, { ...message, organisation: odsCode, urgent: true, ...(target && { target }) }, now);
}

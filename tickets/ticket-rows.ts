/**
 * Where every query over tickets begins: whoever reads one sees the tickets of their channel, or their own, and no
 * others. Nothing else reads the table, but what the service does by itself.
 */
import type { Database } from '../delivery/database.ts';
import { isTicketId, type Ticket } from './ticket.ts';

const COLUMNS = `ticket.ticket_id as "ticketId", ticket.ods_code as "odsCode", organisation.name as organisation,
  is_nas as "isNas", number,
  ticket.state, asker_name as "askerName", ticket.tenant_id as "tenantId", ticket.aad_object_id as "aadObjectId",
  helper_channel_id as "helperChannelId", helper_channel.conversation_id as "conversationId",
  helper_channel.state = 'in-use' as "channelInUse", question,
  answered_before as "answeredBefore", taken_by as "takenBy", taken_name as "takenName", asked_at as "askedAt",
  told_to_ring_at as "toldToRingAt", version`;
const FROM = 'from ticket join organisation using (ods_code) join helper_channel using (helper_channel_id)';

/** In the channel that is its organisation's now: a card in a channel that was given up does nothing. */
export interface InChannel {
  tenantId: string;
  conversationId: string;
}
/** The person who asked. */
export interface ByAsker {
  tenantId: string;
  aadObjectId: string;
}
export type TicketReader = { channel: InChannel } | { asker: ByAsker };

/** The ticket, locked until the transaction ends, if this reader may see it. Whether another one exists is not told. */
export async function ticketFor(
  transaction: Database,
  ticketId: string,
  reader: TicketReader,
): Promise<Ticket | undefined> {
  if (!isTicketId(ticketId)) return undefined;
  const inChannel = 'channel' in reader;
  const [ticket] = await transaction.query<Ticket>(
    `select ${COLUMNS} ${FROM}
     where ticket_id = $1::uuid and ${
       inChannel
         ? `helper_channel.tenant_id = $2 and helper_channel.conversation_id = $3 and helper_channel.state = 'in-use'`
         : 'ticket.tenant_id = $2 and ticket.aad_object_id = $3'
     } for update of ticket`,
    [
      ticketId,
      ...(inChannel
        ? [reader.channel.tenantId, reader.channel.conversationId]
        : [reader.asker.tenantId, reader.asker.aadObjectId]),
    ],
  );
  return ticket && withMessages(transaction, ticket);
}

/** For the service itself, which shows it only where it was sent. */
export async function ticketToShow(database: Database, ticketId: string): Promise<Ticket | undefined> {
  if (!isTicketId(ticketId)) return undefined;
  const [ticket] = await database.query<Ticket>(`select ${COLUMNS} ${FROM} where ticket_id = $1::uuid`, [
    ticketId,
  ]);
  return ticket && withMessages(database, ticket);
}

/** Whose it is, for a lock. It never changes. */
export async function organisationOf(transaction: Database, ticketId: string): Promise<string | undefined> {
  if (!isTicketId(ticketId)) return undefined;
  const [row] = await transaction.query<{ odsCode: string }>(
    'select ods_code as "odsCode" from ticket where ticket_id = $1::uuid',
    [ticketId],
  );
  return row?.odsCode;
}

/** What still waits to be closed in a channel, oldest first, with locks. */
export function unclosedIn(transaction: Database, odsCode: string): Promise<{ ticketId: string }[]> {
  return transaction.query(
    `select ticket_id as "ticketId" from ticket where ods_code = $1 and state <> 'closed' order by asked_at, ticket_id
     for update`,
    [odsCode],
  );
}

async function withMessages(database: Database, ticket: Ticket): Promise<Ticket> {
  const messages = await database.query<Ticket['messages'][number]>(
    `select by_helper as "byHelper", name, words, at from ticket_message where ticket_id = $1::uuid order by nth`,
    [ticket.ticketId],
  );
  return { ...ticket, messages };
}

/** What helpers do with a ticket, and what is the same for the person who asked. Done twice, it is done once. */
import type { Database } from '../delivery/database.ts';
import { lockAsker } from './limits.ts';
import { lockOrganisation } from './question-channels.ts';
import { type Actor, LONGEST_REPLY, type Ticket, type TicketState } from './ticket.ts';
import { oweAnswer, oweChanges } from './ticket-messages.ts';
import { organisationOf, type TicketReader, ticketFor } from './ticket-rows.ts';

export type HelperStep = 'take' | 'answer' | 'close' | 'reopen';

export interface Act {
  ticketId: string;
  by: Actor;
  /** Of an answer or a reply; empty text otherwise. */
  words: string;
  /** How many messages its card showed: somebody may have written since. NaN when the card did not say. */
  seen: number;
  now: Date;
}

export type ActOutcome =
  | { outcome: 'done'; ticket: Ticket }
  /** Somebody else was quicker: the ticket as it stands now. */
  | { outcome: 'taken-by-other' | 'written-since' | 'is-closed' | 'no-words'; ticket: Ticket }
  /** There is none here: it is kept no more, or it is not for them. */
  | { outcome: 'not-here' };

/** @param channel in which the helper acts, as Teams says. */
export function helperActs(
  database: Database,
  channel: { tenantId: string; conversationId: string },
  step: HelperStep,
  act: Act,
): Promise<ActOutcome> {
  return within(database, { channel }, act, async (transaction, ticket) => {
    const { by, now } = act;
    const mine = ticket.takenBy === by.aadObjectId;
    switch (step) {
      case 'take':
        if (ticket.state === 'closed') return { outcome: 'is-closed', ticket };
        if (ticket.takenBy !== null) return { outcome: mine ? 'done' : 'taken-by-other', ticket };
        return changed(transaction, ticket, { state: 'taken', by }, now);
      case 'answer': {
        const refused = whyNotWritten(ticket, act, true);
        if (refused) return refused;
        await write(transaction, ticket, act, true);
        await oweAnswer(transaction, ticket, ticket.messages.length + 1, now);
        return changed(transaction, ticket, { state: 'answered', by }, now);
      }
      case 'close':
        if (ticket.state === 'closed') return { outcome: 'done', ticket };
        return changed(transaction, ticket, { state: 'closed' }, now);
      case 'reopen':
        if (ticket.state !== 'closed') return { outcome: 'done', ticket };
        return changed(transaction, ticket, { state: 'taken', by }, now);
    }
  });
}

/** Finds the ticket for this reader and holds it until the work is done. @returns it as it then stands. */
export function within<Outcome extends ActOutcome | { outcome: string; ticket: Ticket }>(
  database: Database,
  reader: TicketReader,
  { ticketId }: Act,
  work: (transaction: Database, ticket: Ticket) => Promise<Outcome>,
): Promise<Outcome | ActOutcome> {
  return database.transaction(async (transaction) => {
    // As the ticket can go to another channel: first the organisation, then the person, then tickets, as everywhere.
    const odsCode = 'asker' in reader && (await organisationOf(transaction, ticketId));
    if (odsCode) {
      await lockOrganisation(transaction, odsCode);
      await lockAsker(transaction, reader.asker);
    }
    const ticket = await ticketFor(transaction, ticketId, reader);
    if (!ticket) return { outcome: 'not-here' };
    const result = await work(transaction, ticket);
    if (result.outcome !== 'done') return result;
    // With what was just written.
    const after = await ticketFor(transaction, ticketId, reader);
    return after ? { outcome: 'done', ticket: after } : { outcome: 'not-here' };
  });
}

/** @returns why a message cannot be added, or need not be; undefined when it can. */
export function whyNotWritten(
  ticket: Ticket,
  { words, seen }: Act,
  byHelper: boolean,
): ActOutcome | undefined {
  const text = textOf(words);
  const last = ticket.messages.at(-1);
  // Pressed twice: nobody says the same thing twice in a row.
  if (last?.byHelper === byHelper && last.words === text) return { outcome: 'done', ticket };
  if (text === '') return { outcome: 'no-words', ticket };
  if (byHelper && ticket.state === 'closed') return { outcome: 'is-closed', ticket };
  if (byHelper && seen !== ticket.messages.length) return { outcome: 'written-since', ticket };
  return undefined;
}

export async function write(
  transaction: Database,
  ticket: Ticket,
  { by, words, now }: Act,
  byHelper: boolean,
): Promise<void> {
  const text = textOf(words);
  await transaction.query(
    `insert into ticket_message (ticket_id, nth, by_helper, tenant_id, aad_object_id, name, words, at)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $8)`,
    [ticket.ticketId, ticket.messages.length + 1, byHelper, by.tenantId, by.aadObjectId, by.name, text, now],
  );
}

function textOf(words: string): string {
  return words.trim().slice(0, LONGEST_REPLY);
}

/** @param next `by` becomes the one who has it, unless it is left out. */
export async function changed(
  transaction: Database,
  ticket: Ticket,
  next: { state: TicketState; by?: Actor },
  now: Date,
): Promise<ActOutcome> {
  const [row] = await transaction.query<{ version: number }>(
    `update ticket set state = $2, version = version + 1, changed_at = $3::timestamptz,
       taken_by = coalesce($4::text, taken_by), taken_name = coalesce($5::text, taken_name)
     where ticket_id = $1::uuid returning version`,
    [ticket.ticketId, next.state, now, next.by?.aadObjectId ?? null, next.by?.name ?? null],
  );
  await oweChanges(transaction, ticket, row?.version ?? ticket.version, now);
  return { outcome: 'done', ticket };
}

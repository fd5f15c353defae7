/** Reads tickets for whoever runs the service: in their order, a page at a time. Nobody in Teams gets these rows. */
import type { Database } from '../delivery/database.ts';
import type { TicketMessage, TicketState } from './ticket.ts';

export interface TicketRow {
  ticketId: string;
  odsCode: string;
  organisation: string;
  number: number;
  state: TicketState;
  askedAt: Date;
  changedAt: Date;
  /** When the person was told whom to ring; null when that was not needed. */
  toldToRingAt: Date | null;
  takenName: string | null;
  askerName: string;
  question: string;
  answeredBefore: string;
  /** With moments as text. */
  messages: (Omit<TicketMessage, 'at'> & { at: string })[];
}

export interface TicketQuestion {
  /** Asked from this moment on, up to the other and not at it. */
  from: Date;
  to: Date;
  /** Only of this organisation. */
  odsCode?: string | undefined;
  /** Without those that are closed. */
  unclosed?: boolean;
}

const PAGE = 500;

/** @param page rows a query. */
export async function* readTickets(
  database: Database,
  { from, to, odsCode, unclosed = false }: TicketQuestion,
  page = PAGE,
): AsyncGenerator<TicketRow> {
  let last: { askedAt: Date; ticketId: string } | undefined;
  while (true) {
    const rows: TicketRow[] = await database.query<TicketRow>(
      `select ticket_id as "ticketId", ods_code as "odsCode", organisation.name as organisation, number, state,
         asked_at as "askedAt", changed_at as "changedAt", told_to_ring_at as "toldToRingAt", taken_name as "takenName",
         asker_name as "askerName", question, answered_before as "answeredBefore",
         coalesce((select json_agg(json_build_object('byHelper', by_helper, 'name', ticket_message.name, 'words', words,
           'at', at) order by nth) from ticket_message where ticket_message.ticket_id = ticket.ticket_id), '[]') as messages
       from ticket join organisation using (ods_code)
       where asked_at >= $1::timestamptz and asked_at < $2::timestamptz and ($3::text is null or ods_code = $3::text)
         and (not $4::boolean or state <> 'closed')
         and ($5::timestamptz is null or (asked_at, ticket_id) > ($5::timestamptz, $6::uuid))
       order by asked_at, ticket_id limit $7::int`,
      [from, to, odsCode ?? null, unclosed, last?.askedAt ?? null, last?.ticketId ?? null, page],
    );
    yield* rows;
    last = rows.at(-1);
    if (rows.length < page) return;
  }
}

/** A ticket as its cards show it. All of them are filled in when they are sent. */
import type { Card } from '../../cards/adaptive-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { ticketCard } from '../../cards/ticket/ticket-card.ts';
import { ticketAnswerCard } from '../../cards/ticket-answer/ticket-answer-card.ts';
import { ticketStatusCard } from '../../cards/ticket-status/ticket-status-card.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import {
  ASKERS_REPLY,
  FOR_ASKER,
  FOR_HELPERS,
  HELPERS_ANSWER,
  isFor,
  WHOM_TO_RING,
} from '../../tickets/ticket-messages.ts';
import { ticketToShow } from '../../tickets/ticket-rows.ts';
import type { Feature } from '../feature.ts';
import { CANNOT_WAIT, KEPT, NOBODY_ANSWERS, NOBODY_TOOK, standingOf, THEY_WROTE_BACK } from './messages.ts';
import { whomToRingCard } from './whom-to-ring.ts';

type OwedNow = NonNullable<Feature['owedNow']>[string];

/** What is special about a card after somebody pressed a button on it. */
export interface After {
  problem?: string;
  /** What they had typed, when it did not go. */
  draft?: string;
  /** What they wrote back. */
  reply?: string;
}

export function helpersCard(ticket: Ticket, { problem = '', draft = '' }: After = {}): Card {
  return ticketCard({
    heading: `Question ${ticket.number} (${ticket.odsCode})`,
    standing: standingOf(ticket),
    problem,
    asker: ticket.askerName,
    question: ticket.question,
    before: ticket.answeredBefore,
    messages: ticket.messages.map(({ byHelper, name, words }) => ({
      who: byHelper ? `${name} answered` : 'They wrote back',
      words,
      byHelper,
    })),
    open: ticket.state !== 'closed',
    free: ticket.state === 'open' && ticket.takenBy === null,
    draft,
    ticket: ticket.ticketId,
  });
}

export function askersCard(ticket: Ticket): Card {
  const { state, messages } = ticket;
  const answered = messages.some(({ byHelper }) => byHelper);
  const closed = answered ? 'You can still write back on the card with the answer.' : '';
  const open = ticket.channelInUse
    ? `It is with the helpers of ${nameOf(ticket)}. Their answer comes here.`
    : NOBODY_ANSWERS.lead;
  const detail = { open, taken: open, answered: 'You can write back on the card with the answer.', closed };
  return ticketStatusCard({
    heading: `Your question ${ticket.number}`,
    standing: standingOf(ticket),
    detail: detail[state],
    question: ticket.question,
    ring: state === 'open' || state === 'taken' ? CANNOT_WAIT : '',
    open: state !== 'closed',
    ticket: ticket.ticketId,
  });
}

/** @param nth of the helper's answer among all messages, from 1. */
export function answerCard(
  ticket: Ticket,
  nth: number,
  { problem = '', draft = '', reply = '' }: After = {},
) {
  const answer = ticket.messages[nth - 1];
  if (!answer?.byHelper) return undefined;
  const closed = ticket.state === 'closed';
  const sent = ticket.channelInUse ? 'Sent.' : KEPT;
  return ticketAnswerCard({
    heading: `An answer to your question ${ticket.number}`,
    question: ticket.question,
    problem,
    who: `${answer.name}, ${nameOf(ticket)}`,
    answer: answer.words,
    reply,
    standing: closed ? 'Closed. If you write back, it is opened again.' : reply && sent,
    open: !closed,
    draft,
    ticket: ticket.ticketId,
    seen: nth,
  });
}

function nameOf({ organisation, odsCode }: Ticket): string {
  return `${organisation} (${odsCode})`;
}

const about =
  (make: (ticket: Ticket, content: Readonly<Record<string, unknown>>) => Card | undefined): OwedNow =>
  async (content, { database }) => {
    const ticket = await ticketToShow(database, String(content.ticketId));
    return ticket && make(ticket, content);
  };

export const owedNow: Feature['owedNow'] = {
  [FOR_HELPERS]: about((ticket, content) => (isFor(ticket, content) ? helpersCard(ticket) : undefined)),
  [FOR_ASKER]: about(askersCard),
  [HELPERS_ANSWER]: about((ticket, { nth }) => answerCard(ticket, Number(nth))),
  [ASKERS_REPLY]: about((ticket, content) =>
    isFor(ticket, content) ? messageCard(THEY_WROTE_BACK) : undefined,
  ),
  [WHOM_TO_RING]: async ({ ticketId }, { database, knowledge }) => {
    const ticket = await ticketToShow(database, String(ticketId));
    if (!ticket) return undefined;
    const { title, lead } = ticket.channelInUse ? NOBODY_TOOK : NOBODY_ANSWERS;
    return whomToRingCard(knowledge, { title: title(ticket.number), lead, isNas: ticket.isNas });
  },
};

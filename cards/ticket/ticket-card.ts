/** A question to an organisation's helpers, as it stands in their channel: they take it and answer it on the card. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';
import { cardWithMessages, type Said, textLines } from '../text-lines.ts';

export interface TicketCardData {
  /** As `Question 12`. */
  heading: string;
  /** Who has it, in a sentence. */
  standing: string;
  /** What went wrong with what somebody just pressed, or empty text. */
  problem: string;
  asker: string;
  question: string;
  /** What the assistant had answered, or empty text. */
  before: string;
  /** What was said since. The card shows the last four, or as many as Teams takes. */
  messages: Said[];
  /** It can be answered and closed. */
  open: boolean;
  /** Nobody has it. */
  free: boolean;
  /** What the box holds: an answer that did not go. */
  draft: string;
  ticket: string;
}

/** In characters, as in the template. */
const BOX_TAKES = 2000;
const render = cardFrom(import.meta.url, 'A question for your team');

export function ticketCard(data: TicketCardData): Card {
  const whole = {
    ...data,
    seen: data.messages.length,
    question: textLines(data.question),
    before: textLines(data.before),
    draft: data.draft.slice(0, BOX_TAKES),
  };
  return cardWithMessages(data.messages, (rows) => render({ ...whole, ...rows }));
}

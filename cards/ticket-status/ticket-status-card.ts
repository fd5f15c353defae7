/** What a person sees of the question that they sent: what it says, and who has it now. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';
import { textLines } from '../text-lines.ts';

export interface TicketStatusCardData {
  /** As `Your question 12`. */
  heading: string;
  /** Who has it, in a sentence. */
  standing: string;
  detail: string;
  question: string;
  /** Whom to ring when it cannot wait, or empty text. */
  ring: string;
  /** It is not closed. */
  open: boolean;
  ticket: string;
}

const render = cardFrom(import.meta.url, 'The question that you sent');

export function ticketStatusCard(data: TicketStatusCardData): Card {
  return render({ ...data, question: textLines(data.question) });
}

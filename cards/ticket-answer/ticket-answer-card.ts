/** A helper's answer in the chat of the person who asked. They write back in the card's own box. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';
import { textLines } from '../text-lines.ts';

export interface TicketAnswerCardData {
  /** As `An answer to your question 12`. */
  heading: string;
  /** The beginning of what they asked. */
  question: string;
  problem: string;
  who: string;
  answer: string;
  /** What they wrote back on this card, or empty text. */
  reply: string;
  /** What came of it, in a sentence, or empty text. */
  standing: string;
  /** It is not closed. */
  open: boolean;
  /** What the box holds: a reply that did not go. */
  draft: string;
  ticket: string;
  /** How many messages there are up to this answer. */
  seen: number;
}

const LONGEST_QUESTION = 200;
/** In characters, as in the template. */
const BOX_TAKES = 2000;
const render = cardFrom(import.meta.url, 'An answer to your question');

export function ticketAnswerCard(data: TicketAnswerCardData): Card {
  const { question } = data;
  return render({
    ...data,
    question: question.length > LONGEST_QUESTION ? `${question.slice(0, LONGEST_QUESTION - 1)}…` : question,
    answer: textLines(data.answer),
    reply: textLines(data.reply),
    draft: data.draft.slice(0, BOX_TAKES),
  });
}

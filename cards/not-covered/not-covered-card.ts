/** No source answers the question: it says so, and whom to ask. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface NotCoveredCardData {
  title: string;
  /** What can be said all the same, or empty text. */
  answer: string;
  ask: string;
  /** Entries that come near, by id; the card shows three. */
  see: { title: string; entry: string }[];
}

const render = cardFrom(import.meta.url, 'I do not have an answer to that');

export function notCoveredCard(data: NotCoveredCardData): Card {
  return render({ ...data, see: data.see.slice(0, 3) });
}

/** A short reply: a greeting, something done, something stopped. */
import type { Card } from '../adaptive-card.ts';
import { paragraphs } from '../paragraphs.ts';
import { cardFrom } from '../template.ts';

export interface MessageCardData {
  title: string;
  /** A blank line parts paragraphs. */
  text: string;
  /** The card shows the first five. Pressing one says `say`. */
  buttons: { title: string; say: string }[];
}

const render = cardFrom(import.meta.url, 'A reply to you');

export function messageCard(data: MessageCardData): Card {
  return render({ title: data.title, paragraphs: paragraphs(data.text), buttons: data.buttons.slice(0, 5) });
}

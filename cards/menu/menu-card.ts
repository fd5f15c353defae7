/** Everything a person can ask for, on one card. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface MenuCardData {
  /** Pressing an item says `say`. */
  items: { title: string; detail: string; say: string }[];
  /** Adds how to give the assistant a mailbox report. */
  administrator: boolean;
}

const render = cardFrom(import.meta.url, 'What I can help with');

export function menuCard(data: MenuCardData): Card {
  return render({ ...data });
}

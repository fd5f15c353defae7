/** In a chat that others read: what is personal waits for a chat of one's own, and here is the way there. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface OwnChatCardData {
  /** Opens the person's own chat with the assistant; empty when its address is not known. */
  link: string;
}

const render = cardFrom(import.meta.url, 'Ask me in our own chat');

export function ownChatCard(data: OwnChatCardData): Card {
  return render({ ...data });
}

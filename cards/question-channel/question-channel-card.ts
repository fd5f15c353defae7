/** Asks an administrator whether questions of their organisation may go to the channel that they wrote in. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface QuestionChannelCardData {
  /** The code alone: others read the channel too. */
  ods: string;
  /** Says that another channel is given up, or empty text. */
  replaces: string;
  /** What is to be confirmed. */
  channel: number;
}

const render = cardFrom(import.meta.url, 'A channel for questions');

export function questionChannelCard(data: QuestionChannelCardData): Card {
  return render({ ...data });
}

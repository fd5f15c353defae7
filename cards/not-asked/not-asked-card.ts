/** The answer was about something else: what else the question may have been, and a person. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface NotAskedCardData {
  /** Likeliest first; the card shows three. `entry` is an entry's id. */
  options: { title: string; detail: string; entry: string }[];
  /** The feature of the answer, so that "Ask a person" knows what it is about. */
  feature: string;
}

const render = cardFrom(import.meta.url, 'Let me try again');

export function notAskedCard(data: NotAskedCardData): Card {
  return render({ ...data, options: data.options.slice(0, 3) });
}

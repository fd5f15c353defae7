/** A button on an old card was pressed: nothing is done, and the person can begin again. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface ExpiredCardData {
  /** Why, in a sentence, or empty text. */
  what: string;
  /** What "Start again" says. Without it there is only the menu. */
  say?: string | undefined;
}

const render = cardFrom(import.meta.url, 'That card is out of date');

export function expiredCard(data: ExpiredCardData): Card {
  return render({ what: data.what, say: data.say });
}

/** Two or three answers come equally near: the person says which one they meant. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface ChooseCardData {
  /** Best first; the card shows three. `entry` is an entry's id. */
  options: { title: string; detail: string; entry: string }[];
}

const render = cardFrom(import.meta.url, 'Did you mean one of these?');

export function chooseCard(data: ChooseCardData): Card {
  return render({ options: data.options.slice(0, 3) });
}

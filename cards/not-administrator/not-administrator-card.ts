/** Somebody asked for accounts that are not theirs to see: nothing is shown, and nobody is blamed. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

/** It says the same to everybody. */
export type NotAdministratorCardData = Record<string, never>;

const render = cardFrom(import.meta.url, 'This part is for Local Administrators');

export function notAdministratorCard(data: NotAdministratorCardData = {}): Card {
  return render(data);
}

/** What is kept about a person: each kind, why, for how long, and whether they can have it deleted. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface MyDataCardData {
  intro: string;
  /** `stays` says why it is not deleted on request; empty when it is. */
  kept: { what: string; why: string; ends: string; stays: string }[];
  /** Some of it can be deleted here. */
  canDelete: boolean;
}

const render = cardFrom(import.meta.url, 'What I keep about you');

export function myDataCard(data: MyDataCardData): Card {
  return render({ ...data });
}

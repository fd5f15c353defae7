/** Somebody may be in danger: whom to ring now. Nothing else stands on it, and nothing to press. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface UrgentHelpCardData {
  /** What to do first, in a few words. */
  title: string;
  lines: string[];
}

const render = cardFrom(import.meta.url, 'A reply to you');

export function urgentHelpCard(data: UrgentHelpCardData): Card {
  return render({ ...data });
}

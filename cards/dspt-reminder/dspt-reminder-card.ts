/** Reminds a person, who asked for it, of the toolkit's yearly deadline. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface DsptReminderCardData {
  headline: string;
  /** The deadline and how long it is until then. */
  date: string;
  /** Whose rule the date is. */
  source: string;
  /** Why this person is told. */
  why: string;
}

const render = cardFrom(import.meta.url, 'A reminder that was asked for');

export function dsptReminderCard(data: DsptReminderCardData): Card {
  return render({ ...data });
}

/** The reminders that a person has still to come: after they asked for them, and whenever they look. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface ReminderListCardData {
  title: string;
  text: string;
  /** The soonest first. */
  reminders: { when: string; about: string }[];
}

const render = cardFrom(import.meta.url, 'Your reminders');

export function reminderListCard(data: ReminderListCardData): Card {
  return render({ ...data });
}

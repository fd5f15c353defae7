/** Arrives before a password runs out, because the person asked for it. It says nothing that a late arrival makes wrong. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface PasswordReminderCardData {
  /** Names the day, not how long it is until then. */
  headline: string;
  text: string;
  rule: string;
  sourceLine: string;
  links: { title: string; url: string }[];
}

const render = cardFrom(import.meta.url, 'A reminder you asked for');

export function passwordReminderCard(data: PasswordReminderCardData): Card {
  return render({ ...data, links: data.links.slice(0, 1) });
}

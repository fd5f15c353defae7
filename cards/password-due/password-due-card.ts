/** The day a password runs out, how it was worked out, and the reminders on offer. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface PasswordDueCardData {
  /** For example `Your password runs out on 3 March 2027`. */
  headline: string;
  /** For example `102 days left`. */
  daysLeft: string;
  /** How the day was worked out. */
  counted: string;
  /** Word for word from the source. */
  quote: string;
  sourceLine: string;
  later: { text: string; source: string }[];
  /** What "Remind me" would do. */
  offer: string;
  /** The days of the reminders on offer, in words. Empty when none is. */
  reminders: string[];
  /** The day it was changed, as `YYYY-MM-DD`, for "Remind me". */
  changed: string;
  /** The day has passed. */
  over: boolean;
}

const render = cardFrom(import.meta.url, 'The day you asked about');

export function passwordDueCard(data: PasswordDueCardData): Card {
  return render({ ...data });
}

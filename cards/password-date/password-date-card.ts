/** Asks for a day, and for nothing else: when somebody last changed their password. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface PasswordDateCardData {
  title: string;
  question: string;
  help: string;
  /** The latest day that can be chosen, as `YYYY-MM-DD`. */
  max: string;
}

const render = cardFrom(import.meta.url, 'A question for you');

export function passwordDateCard(data: PasswordDateCardData): Card {
  return render({ ...data });
}

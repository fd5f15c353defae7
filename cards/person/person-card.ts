/** Whom to ask when the assistant is not enough, and what to have ready. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface PersonCardData {
  title: string;
  /** Why nobody here answers, or empty text. */
  lead: string;
  helpdeskPhone: string;
  helpdeskEmail: string;
  helpdeskHours: string;
  /** Where the helpdesk's details come from, with its year. */
  sourceLine: string;
  /** Whom to ask first. */
  ask: string;
  /** What the helpdesk wants to know. */
  details: string[];
}

const render = cardFrom(import.meta.url, 'Who you can ask');

export function personCard(data: PersonCardData): Card {
  return render({ ...data });
}

/** The first thing a person sees: what the assistant does, what it does not do, and where to begin. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface WelcomeCardData {
  /** Ends the first line: what to do to be answered here. */
  howToAsk: string;
  /** Where to begin: the card shows four. Pressing one says `say`. */
  suggestions: { title: string; say: string }[];
}

const render = cardFrom(import.meta.url, 'Hello from the NHSmail assistant');

export function welcomeCard(data: WelcomeCardData): Card {
  return render({ ...data, suggestions: data.suggestions.slice(0, 4) });
}

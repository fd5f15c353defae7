/** What goes to a person's helpers, before it goes: they read it, change it and send it. */
import type { Card } from '../adaptive-card.ts';
import { choiceTitle } from '../choice-title.ts';
import { cardFrom } from '../template.ts';

export interface TicketFormCardData {
  /** Who will read it. */
  goes: string;
  /** What has to be put right, or empty text. */
  problem: string;
  question: string;
  /** What the assistant had answered, or empty text. */
  before: string;
  /** More than one: the person chooses. The card lists fifty. */
  organisations: { name: string; ods: string }[];
  /** The one it goes to, or the one chosen first. */
  ods: string;
  ring: string;
  /** Tells this form from others, so that it is sent once. */
  form: string;
}

const LISTED = 50;
const render = cardFrom(import.meta.url, 'Check your question before it goes');

export function ticketFormCard(data: TicketFormCardData): Card {
  const organisations = data.organisations.slice(0, LISTED);
  return render({
    ...data,
    choose: organisations.length > 1,
    organisations: organisations.map(({ name, ods }) => ({ name: choiceTitle(name), ods })),
  });
}

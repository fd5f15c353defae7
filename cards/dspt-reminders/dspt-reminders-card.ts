/** Says when a person will be reminded of the toolkit's deadline, and lets them stop it. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface DsptRemindersCardData {
  headline: string;
  text: string;
  /** The days on which a reminder comes, in words. */
  dates: string[];
  deadline: string;
  source: string;
  /** Organisations whose other administrators this person can have reminded too. The card shows the first three. */
  organisations: { name: string; ods: string }[];
}

const render = cardFrom(import.meta.url, 'Your toolkit reminders');

export function dsptRemindersCard(data: DsptRemindersCardData): Card {
  return render({ ...data, organisations: data.organisations.slice(0, 3) });
}

/** How often an administrator wants their digest, and at which hours it stays away. */
import type { Card } from '../adaptive-card.ts';
import { choiceTitle } from '../choice-title.ts';
import { cardFrom } from '../template.ts';

export interface DigestChoiceCardData {
  /** What has just been done or has to be put right, or empty text. */
  done: string;
  /** When the next one comes, in a sentence. */
  next: string;
  /** Values of the choices. */
  every: string;
  weekday: string;
  quietFrom: string;
  quietUntil: string;
  zone: string;
  everyChoices: Choice[];
  weekdayChoices: Choice[];
  hourChoices: Choice[];
  zoneChoices: Choice[];
}

type Choice = { title: string; value: string };

const render = cardFrom(import.meta.url, 'Your digest');

export function digestChoiceCard(data: DigestChoiceCardData): Card {
  const named = (choices: readonly Choice[]) =>
    choices.map(({ title, value }) => ({ title: choiceTitle(title), value }));
  return render({
    ...data,
    everyChoices: named(data.everyChoices),
    weekdayChoices: named(data.weekdayChoices),
    hourChoices: named(data.hourChoices),
    zoneChoices: named(data.zoneChoices),
  });
}

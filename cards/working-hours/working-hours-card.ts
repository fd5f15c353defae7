/** In which hours and on which days people of an organisation are written to. */
import type { Card } from '../adaptive-card.ts';
import { choiceTitle } from '../choice-title.ts';
import { cardFrom } from '../template.ts';

export interface WorkingHoursCardData {
  organisation: string;
  ods: string;
  /** What has to be put right, or empty text. */
  problem: string;
  /** Values of the choices: an hour each. */
  from: string;
  until: string;
  /** Values with commas between. */
  weekdays: string;
  fromChoices: Choice[];
  untilChoices: Choice[];
  dayChoices: Choice[];
}

type Choice = { title: string; value: string };

const render = cardFrom(import.meta.url, 'Working hours');

export function workingHoursCard(data: WorkingHoursCardData): Card {
  const named = (choices: readonly Choice[]) =>
    choices.map(({ title, value }) => ({ title: choiceTitle(title), value }));
  return render({
    ...data,
    fromChoices: named(data.fromChoices),
    untilChoices: named(data.untilChoices),
    dayChoices: named(data.dayChoices),
  });
}

/** The working hours of an organisation: a form, and keeping what was chosen. */

import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import { workingHoursCard } from '../../cards/working-hours/working-hours-card.ts';
import { automaticSettings } from '../../hygiene/automatic/automatic-settings.ts';
import { setWorkingHours } from '../../hygiene/automatic/automatic-switch.ts';
import type { WorkingHours } from '../../hygiene/working-hours.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { organisationToSwitch, showAutomatic, switchQuestion } from './automatic.ts';
import { HOURS_KEPT, HOURS_PROBLEMS } from './automatic-messages.ts';
import { hourChoices, WEEKDAYS } from './hour-words.ts';
import { wordsIn } from './place.ts';

type Data = Readonly<Record<string, unknown>>;

/** As they were typed. */
interface Typed {
  from: string;
  until: string;
  weekdays: string;
}

export async function showHoursForm(
  turn: Turn,
  deps: DialogDeps,
  odsCode: string,
  wrong?: { typed: Typed; problem: string },
): Promise<void> {
  const found = await organisationToSwitch(turn, deps, odsCode);
  if (!found) return;
  const { name, odsCode: ods } = found.organisation;
  const { hours } = await automaticSettings(deps.database, ods);
  turn.say({
    inPlace: true,
    card: workingHoursCard({
      organisation: `${name} (${ods})`,
      ods,
      problem: wrong?.problem ?? '',
      ...(wrong?.typed ?? {
        from: String(hours.from),
        until: String(hours.until),
        weekdays: hours.weekdays.join(','),
      }),
      fromChoices: hourChoices(0, 23),
      untilChoices: hourChoices(1, 24),
      dayChoices: WEEKDAYS.map((title, at) => ({ title, value: String(at + 1) })),
    }),
  });
}

/** @param data comes from the client, so it may be anything. */
export async function keepHours(turn: Turn, deps: DialogDeps, odsCode: string, data: Data): Promise<void> {
  const found = await organisationToSwitch(turn, deps, odsCode);
  if (!found) return;
  const typed = {
    from: wordsIn(data.fromhour),
    until: wordsIn(data.untilhour),
    weekdays: wordsIn(data.weekdays),
  };
  const hours = readHours(typed);
  if (typeof hours === 'string') {
    return showHoursForm(turn, deps, odsCode, { typed, problem: HOURS_PROBLEMS[hours] });
  }
  const { odsCode: ods } = found.organisation;
  const kept = await setWorkingHours(deps.database, {
    ...switchQuestion(turn, deps, found.profile),
    odsCode: ods,
    hours,
  });
  if (!kept) return turn.say({ card: notAdministratorCard(), inPlace: true });
  deps.wakeDelivery();
  await showAutomatic(turn, deps, ods, { done: HOURS_KEPT, inPlace: true });
}

function readHours({ from, until, weekdays }: Typed): WorkingHours | keyof typeof HOURS_PROBLEMS {
  const hour = (text: string) => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN);
  const hours = { from: hour(from), until: hour(until) };
  if (!(hours.from >= 0 && hours.from <= 23 && hours.until >= 1 && hours.until <= 24)) return 'no-hours';
  if (hours.from >= hours.until) return 'ends-before-it-begins';
  const days = new Set(
    weekdays
      .split(',')
      .map(Number)
      .filter((day) => day >= 1 && day <= WEEKDAYS.length && Number.isInteger(day)),
  );
  if (days.size === 0) return 'no-days';
  return { ...hours, weekdays: [...days].sort((one, other) => one - other) };
}

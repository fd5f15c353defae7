/** The forms about one account: until when somebody is away, from when they leave, when to be reminded. */
import { accountFormCard } from '../../cards/account-form/account-form-card.ts';
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { addDays, addMonths, type Day, dayIn } from '../../hygiene/day.ts';
import { FURTHEST_MONTHS } from '../../hygiene/decision.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { type AccountPlace, accountFor } from './account.ts';

/** What was typed, as it was typed. */
export interface Typed {
  day: string;
  approver: string;
}

interface Form {
  title: string;
  help: string;
  dayLabel: string;
  approverLabel: string;
  /** The first day that can be chosen. */
  min(day: Day): Day;
  submit: string;
  verb: 'hygiene.decide' | 'hygiene.remind';
}

const FORMS: Readonly<Record<string, Form>> = {
  absent: {
    title: 'Planned absence',
    help: 'No warning goes to this person until the absence ends. It ends by itself. Please do not say why they are away.',
    dayLabel: 'Last day of the absence',
    approverLabel: 'Who approved it',
    min: (day) => addDays(day, 1),
    submit: 'Keep this',
    verb: 'hygiene.decide',
  },
  leaver: {
    title: 'Leaver',
    help: 'This is kept here only. Mark them as a leaver in the NHSmail portal as well.',
    dayLabel: 'The first day on which they have left',
    approverLabel: '',
    min: (day) => addMonths(day, -FURTHEST_MONTHS),
    submit: 'Keep this',
    verb: 'hygiene.decide',
  },
  remind: {
    title: 'Remind me',
    help: 'I will write to you here on that day at 9am.',
    dayLabel: 'Day',
    approverLabel: '',
    min: (day) => addDays(day, 1),
    submit: 'Remind me',
    verb: 'hygiene.remind',
  },
};

/** @param problems what was wrong with what was typed: the form is shown again as they left it. */
export async function showForm(
  turn: Turn,
  deps: DialogDeps,
  { address, place }: AccountPlace,
  decision: string,
  { typed = { day: '', approver: '' }, problems = [] }: { typed?: Typed; problems?: string[] } = {},
): Promise<void> {
  const view = await accountFor(turn, deps, address);
  if (!view) return;
  const form = Object.hasOwn(FORMS, decision) ? FORMS[decision] : undefined;
  if (!form) return turn.say({ card: expiredCard({ what: 'This button', say: 'hygiene report' }) });
  const day = dayIn(deps.timeZone, turn.now);
  const { min, ...words } = form;
  turn.say({
    inPlace: true,
    card: accountFormCard({
      ...words,
      name: view.account.displayName,
      address: view.account.address,
      problems: problems.map((text) => ({ text })),
      day: typed.day,
      min: min(day),
      max: addMonths(day, FURTHEST_MONTHS),
      approverHelp: 'A name only',
      approver: typed.approver,
      decision,
      place,
    }),
  });
}

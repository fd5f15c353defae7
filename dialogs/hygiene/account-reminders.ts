/** "Remind me": a message to the administrator on a day, about one account. A new day takes the place of the one before. */

import { accountReminderCard } from '../../cards/account-reminder/account-reminder-card.ts';
import type { Card } from '../../cards/adaptive-card.ts';
import type { Database } from '../../delivery/database.ts';
import { momentIn } from '../../delivery/moment-in.ts';
import {
  cancelReminders,
  planReminders,
  type Reminder,
  type ReminderContent,
  remindersFor,
} from '../../delivery/reminders.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import { problemsWithDay } from '../../hygiene/decision.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { type AccountPlace, accountFor, showAccount } from './account.ts';
import { showForm } from './account-form.ts';
import { DONE, PROBLEMS } from './account-messages.ts';

/** The kind in the ledger. */
export const ACCOUNT_REMINDER = 'account-reminder';
/** On the clocks of the configured time zone. */
const HOUR = 9;

/** What the card needs when it arrives: what the administrator saw when they asked, and nothing that has changed since. */
type AccountReminder = ReminderContent & { name: string; address: string };

export async function remindOf(
  turn: Turn,
  deps: DialogDeps,
  about: AccountPlace,
  day: string,
): Promise<void> {
  const view = await accountFor(turn, deps, about.address);
  if (!view) return;
  const problems = problemsWithDay(day, dayIn(deps.timeZone, turn.now), true);
  if (problems.length > 0) {
    const typed = { day, approver: '' };
    return showForm(turn, deps, about, 'remind', {
      typed,
      problems: problems.map((problem) => PROBLEMS[problem]),
    });
  }
  const { address, displayName: name } = view.account;
  const content: AccountReminder = { about: `The account of ${name}`, name, address };
  await deps.database.transaction(async (transaction) => {
    await cancelAbout(transaction, turn, address);
    await planReminders(transaction, {
      kind: ACCOUNT_REMINDER,
      to: turn.person,
      // The day is in it: whoever was reminded once can be reminded again.
      key: `${address}/${day}`,
      dates: [{ daysBefore: 0, notBefore: momentIn(deps.timeZone, day, HOUR), content }],
      now: turn.now,
    });
  });
  await showAccount(turn, deps, about, DONE.reminded);
}

export async function stopReminding(turn: Turn, deps: DialogDeps, about: AccountPlace): Promise<void> {
  const view = await accountFor(turn, deps, about.address);
  if (!view) return;
  await cancelAbout(deps.database, turn, view.account.address);
  await showAccount(turn, deps, about, DONE.unreminded);
}

/** When this person will be reminded of the account, in a sentence, or empty. */
export async function reminderLine(turn: Turn, deps: DialogDeps, address: string): Promise<string> {
  const [reminder] = await remindersAbout(deps.database, turn, address);
  return reminder ? `I will remind you on ${sayDay(dayIn(deps.timeZone, reminder.notBefore))}.` : '';
}

/** The card that arrives. Its data comes from our own ledger. */
export function accountReminder(content: Readonly<Record<string, unknown>>): Card {
  const { name, address } = content as AccountReminder;
  return accountReminderCard({ name, address });
}

async function remindersAbout(database: Database, { person }: Turn, address: string): Promise<Reminder[]> {
  const reminders = await remindersFor(database, person, ACCOUNT_REMINDER);
  return reminders.filter(({ content }) => (content as AccountReminder).address === address);
}

async function cancelAbout(database: Database, turn: Turn, address: string): Promise<void> {
  for (const { key } of await remindersAbout(database, turn, address)) {
    await cancelReminders(database, turn.person, ACCOUNT_REMINDER, turn.now, key);
  }
}

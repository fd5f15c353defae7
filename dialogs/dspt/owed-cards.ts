/** The card of a reminder that arrives. It says nothing that a late arrival would make untrue. */
import type { Card } from '../../cards/adaptive-card.ts';
import { dsptReminderCard } from '../../cards/dspt-reminder/dspt-reminder-card.ts';
import type { ReminderContent } from '../../delivery/reminders.ts';
import { type Day, sayDay } from '../../hygiene/day.ts';

/** The kind in the ledger. */
export const DSPT_REMINDER = 'dspt-reminder';

export type DsptReminder = ReminderContent & {
  deadline: Day;
  daysBefore: number;
  source: string;
  /** A sentence without its full stop. */
  why: string;
};

export function reminderCard(content: Readonly<Record<string, unknown>>): Card {
  const { deadline, daysBefore, source, why } = content as DsptReminder;
  return dsptReminderCard({
    headline: 'Your Data Security and Protection Toolkit (DSPT) is due',
    date: `Deadline: ${sayDay(deadline)}`,
    source,
    why: `${why}, ${daysBefore === 1 ? '1 day' : `${daysBefore} days`} before the deadline.`,
  });
}

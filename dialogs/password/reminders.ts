/** Reminders before a password runs out: planned, listed and cancelled as owed messages. */
import type { Card } from '../../cards/adaptive-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { passwordReminderCard } from '../../cards/password-reminder/password-reminder-card.ts';
import { reminderListCard } from '../../cards/reminder-list/reminder-list-card.ts';
import { cancelReminders, planReminders, type Reminder, remindersFor } from '../../delivery/reminders.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { PORTAL_FACT } from './ends.ts';
import { daysInWords, type Expiry, REMIND_AT_HOUR, reminderDays } from './expiry.ts';
import { cancelled, LIST, ONLY_IN_PERSON, reminderWords } from './expiry-messages.ts';
import { datedLine, factOf } from './facts.ts';
import { LIFETIME_FACT } from './show-expiry.ts';

export const PASSWORD_REMINDER = 'password-reminder';
const REMINDERS = 'password/reminders';

/** Everything the reminder's card says: it is made when nobody is there to ask. */
interface ReminderWords {
  about: string;
  text: string;
  rule: string;
  sourceLine: string;
  links: { title: string; url: string }[];
}

/** Plans the reminders for this day, and cancels those for another. */
export async function remind(turn: Turn, deps: DialogDeps, expiry: Expiry): Promise<void> {
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: ['password/expiry'] });
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(ONLY_IN_PERSON) });
  const lifetime = factOf(deps.knowledge, LIFETIME_FACT);
  const dates = reminderDays(expiry, turn.now, deps.timeZone).map(({ daysBefore, notBefore }) => ({
    daysBefore,
    notBefore,
    content: {
      about: `Your NHSmail password runs out on ${sayDay(expiry.expires)}`,
      text: reminderWords(daysInWords(daysBefore)),
      rule: lifetime.answer,
      sourceLine: datedLine(lifetime.source),
      links: factOf(deps.knowledge, PORTAL_FACT).links,
    } satisfies ReminderWords,
  }));
  const { now, person: to } = turn;
  const replaced = await deps.database.transaction(async (transaction) => {
    const before = await remindersFor(transaction, to, PASSWORD_REMINDER);
    const others = before.some(({ key }) => key !== expiry.expires);
    if (others) await cancelReminders(transaction, to, PASSWORD_REMINDER, now);
    await planReminders(transaction, { kind: PASSWORD_REMINDER, to, key: expiry.expires, dates, now });
    return others;
  });
  const reminders = await remindersFor(deps.database, to, PASSWORD_REMINDER);
  const words = reminders.length === 0 ? LIST.past : replaced ? LIST.replaced : LIST.planned;
  sayList(turn, deps, reminders, words, true);
}

export async function listReminders(turn: Turn, deps: DialogDeps): Promise<void> {
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: [REMINDERS] });
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(ONLY_IN_PERSON) });
  const reminders = await remindersFor(deps.database, turn.person);
  sayList(turn, deps, reminders, reminders.length > 0 ? LIST.listed : LIST.none, false);
}

/** @param all also those that other features plan: "cancel my reminders" names none of them. */
export async function cancelAll(
  turn: Turn,
  deps: DialogDeps,
  { all, inPlace }: { all: boolean; inPlace: boolean },
): Promise<void> {
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: [REMINDERS] });
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(ONLY_IN_PERSON) });
  const { now, person } = turn;
  const kinds = all
    ? new Set((await remindersFor(deps.database, person)).map(({ kind }) => kind))
    : [PASSWORD_REMINDER];
  let count = 0;
  for (const kind of kinds) count += await cancelReminders(deps.database, person, kind, now);
  if (count === 0) return sayList(turn, deps, [], LIST.none, inPlace);
  turn.say({ card: messageCard(cancelled(count)), inPlace });
}

/** The card that arrives. Its data comes from our own ledger. */
export function reminderCard(content: Readonly<Record<string, unknown>>): Card {
  const { about, ...words } = content as unknown as ReminderWords;
  return passwordReminderCard({ headline: about, ...words });
}

function sayList(
  turn: Turn,
  { timeZone }: DialogDeps,
  reminders: readonly Reminder[],
  words: { title: string; text: string },
  inPlace: boolean,
): void {
  turn.say({
    inPlace,
    card: reminderListCard({
      ...words,
      reminders: reminders.map(({ notBefore, content }) => ({
        when: `${sayDay(dayIn(timeZone, notBefore))} at ${REMIND_AT_HOUR}am`,
        about: content.about,
      })),
    }),
  });
}

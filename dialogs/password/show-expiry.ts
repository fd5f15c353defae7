/** The cards of "when does mine run out": the question, the day, and what to do when the day is not known. */
import { passwordDateCard } from '../../cards/password-date/password-date-card.ts';
import { passwordDueCard } from '../../cards/password-due/password-due-card.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import { laterLines, showFact } from '../answers.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { daysLeftInWords, type Expiry, reminderDays, reminderInWords } from './expiry.ts';
import { ASK_DAY, DAY_PROBLEMS, OFFER, OFFER_IN_PERSON } from './expiry-messages.ts';
import { datedLine, factOf } from './facts.ts';
import type { ReadDay } from './read-day.ts';

export const LIFETIME_FACT = 'password/how-long-it-lasts';
export const REMINDER_EMAILS_FACT = 'password/reminders';
const EXPIRY = 'password/expiry';

/** @param problem what was wrong with the day before this one, if anything was. */
export function askDay(
  turn: Turn,
  { timeZone }: DialogDeps,
  inPlace: boolean,
  problem?: keyof typeof DAY_PROBLEMS,
): void {
  turn.say({
    inPlace,
    card: passwordDateCard({
      ...ASK_DAY,
      help: problem ? `${DAY_PROBLEMS[problem]} ${ASK_DAY.help}` : ASK_DAY.help,
      max: dayIn(timeZone, turn.now),
    }),
  });
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: [EXPIRY] });
}

/** @returns whether reminders were offered. */
export function showDue(
  turn: Turn,
  deps: DialogDeps,
  expiry: Expiry,
  { exact }: ReadDay,
  inPlace: boolean,
): boolean {
  const { knowledge, timeZone } = deps;
  const lifetime = factOf(knowledge, LIFETIME_FACT);
  const emails = factOf(knowledge, REMINDER_EMAILS_FACT);
  const over = expiry.daysLeft < 0;
  const personal = turn.scope === 'personal';
  const days = reminderDays(expiry, turn.now, timeZone);
  const last = sayDay(expiry.expires);
  turn.say({
    inPlace,
    rated: { feature: 'password', entry: EXPIRY, outcome: 'answered' },
    card: passwordDueCard({
      headline: over ? `Your password ran out on ${last}` : `Your password runs out on ${last}`,
      daysLeft: daysLeftInWords(expiry.daysLeft),
      counted: `Counted from ${sayDay(expiry.changed)}${exact ? '' : ', the earliest day that fits your words. Choose the day if you know it'}.`,
      quote: lifetime.quote ?? '',
      sourceLine: datedLine(lifetime.source),
      later: [...laterLines(lifetime.later), ...laterLines([{ text: emails.answer, source: emails.source }])],
      offer: personal ? OFFER : OFFER_IN_PERSON,
      reminders: personal ? days.map(reminderInWords) : [],
      changed: expiry.changed,
      over,
    }),
  });
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: [EXPIRY, LIFETIME_FACT] });
  return personal && days.length > 0;
}

/** Without the day, what is known is how long passwords last and that NHSmail writes before. */
export function showUnknownDay(turn: Turn, { knowledge }: DialogDeps): void {
  const lifetime = factOf(knowledge, LIFETIME_FACT);
  const { answer: text, source } = factOf(knowledge, REMINDER_EMAILS_FACT);
  showFact(turn, { ...lifetime, later: [...lifetime.later, { text, source }] });
}

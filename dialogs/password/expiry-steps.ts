/** "When does mine run out": the question for the day, the day it runs out, and the offer of reminders. */
import { messageCard } from '../../cards/message/message-card.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { type DayProblem, dayProblemOf } from './day-problem.ts';
import { expiryOf } from './expiry.ts';
import { NO_REMINDERS } from './expiry-messages.ts';
import { type ReadDay, readDay } from './read-day.ts';
import { readYesNo, saysUnknownDay, tellsOfChange } from './read-reply.ts';
import { remind } from './reminders.ts';
import { askDay, showDue, showUnknownDay } from './show-expiry.ts';
import { DONE, type Step } from './step.ts';

/** Longer texts are not read for a day. */
const LONGEST = 200;
/** A longer message is more likely a question of its own. */
const LONGEST_CORRECTION = 60;
const NOT_NOW = /^(?:no,? )?(?:thanks,? )?(?:not (?:now|today|this)|maybe|later)\b/i;

/** Opens the question for the day, unless the message says it. */
export function openExpiry(turn: Turn, deps: DialogDeps): Step {
  if (tellsOfChange(turn.text) && dayGiven(turn, deps)) return answerDay(turn, deps, false);
  askDay(turn, deps, false);
  return { asking: 'day' };
}

/** True for a day, for words that mean one but name none, and for not knowing it. A question is none of them. */
export function answersDay(turn: Turn, deps: DialogDeps): boolean {
  if (turn.action) return turn.action.verb === 'password.changed' || turn.action.verb === 'password.unknown';
  if (saysUnknownDay(turn.text)) return true;
  if (turn.text.includes('?')) return false;
  return dayGiven(turn, deps) !== undefined || problemWith(turn, deps) !== undefined;
}

export function answerDay(turn: Turn, deps: DialogDeps, inPlace: boolean): Step {
  if (turn.action?.verb === 'password.unknown' || (!turn.action && saysUnknownDay(turn.text))) {
    showUnknownDay(turn, deps);
    return DONE;
  }
  const day = dayGiven(turn, deps);
  const found = day ? expiryOf(day.day, turn.now, deps.timeZone) : { outcome: 'unread' as const };
  if (!day || found.outcome !== 'known') {
    const problem = found.outcome === 'known' || found.outcome === 'unread' ? undefined : found.outcome;
    askDay(turn, deps, inPlace, problem ?? problemWith(turn, deps) ?? 'unread');
    return { asking: 'day' };
  }
  const offered = showDue(turn, deps, found.expiry, day, inPlace);
  return offered ? { asking: 'reminders', changed: day.day } : DONE;
}

/** True also for another day: they correct the one that was counted from. */
export function answersOffer(turn: Turn, deps: DialogDeps): boolean {
  if (turn.action) return turn.action.verb === 'password.remind';
  return readYesNo(turn.text) !== undefined || correctsDay(turn, deps);
}

/** @param changed the day that was offered for; a button brings its own. */
export async function answerOffer(turn: Turn, deps: DialogDeps, changed: string): Promise<Step> {
  if (turn.action) return planFor(turn, deps, String(turn.action.data.changed));
  if (correctsDay(turn, deps)) return answerDay(turn, deps, false);
  if (readYesNo(turn.text) === 'yes') return planFor(turn, deps, changed);
  turn.say({ card: messageCard(NO_REMINDERS) });
  turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: ['password/expiry'] });
  return DONE;
}

/** The day may come from a button, so it is read and checked again. */
export async function planFor(turn: Turn, deps: DialogDeps, changed: string): Promise<Step> {
  const day = readDay(changed.slice(0, LONGEST), dayIn(deps.timeZone, turn.now));
  const found = day && expiryOf(day.day, turn.now, deps.timeZone);
  if (found?.outcome !== 'known') {
    askDay(turn, deps, true, found?.outcome ?? 'unread');
    return { asking: 'day' };
  }
  await remind(turn, deps, found.expiry);
  return DONE;
}

/** "No it was 3 April": a day counts before the "no" does. "Not today" is a no. */
function correctsDay(turn: Turn, deps: DialogDeps): boolean {
  const { text } = turn;
  if (text.length > LONGEST_CORRECTION || text.includes('?') || readYesNo(text) === 'yes') return false;
  if (NOT_NOW.test(text)) return false;
  return dayGiven(turn, deps) !== undefined || problemWith(turn, deps) !== undefined;
}

function problemWith({ action, text, now }: Turn, { timeZone }: DialogDeps): DayProblem | undefined {
  const words = action ? String(action.data.changed ?? '') : text;
  return dayProblemOf(words, dayIn(timeZone, now));
}

function dayGiven(turn: Turn, { timeZone }: DialogDeps): ReadDay | undefined {
  const words = turn.action ? String(turn.action.data.changed ?? '') : turn.text;
  return readDay(words.slice(0, LONGEST), dayIn(timeZone, turn.now));
}

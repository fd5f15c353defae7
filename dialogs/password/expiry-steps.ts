/** "When does mine run out": the question for the day, the day it runs out, and the offer of reminders. */
import { messageCard } from '../../cards/message/message-card.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { expiryOf } from './expiry.ts';
import { NO_REMINDERS } from './expiry-messages.ts';
import { type ReadDay, readDay } from './read-day.ts';
import { readYesNo, saysUnknownDay, tellsOfChange } from './read-reply.ts';
import { remind } from './reminders.ts';
import { askDay, showDue, showUnknownDay } from './show-expiry.ts';
import { DONE, type Step } from './step.ts';

/** Longer texts are not read for a day. */
const LONGEST = 200;

/** Opens the question for the day, unless the message says it. */
export function openExpiry(turn: Turn, deps: DialogDeps): Step {
  if (tellsOfChange(turn.text) && dayGiven(turn, deps)) return answerDay(turn, deps, false);
  askDay(turn, deps, false);
  return { asking: 'day' };
}

/** True for a day, or for not knowing it. A question is neither. */
export function answersDay(turn: Turn, deps: DialogDeps): boolean {
  if (turn.action) return turn.action.verb === 'password.changed' || turn.action.verb === 'password.unknown';
  return saysUnknownDay(turn.text) || (!turn.text.includes('?') && dayGiven(turn, deps) !== undefined);
}

export function answerDay(turn: Turn, deps: DialogDeps, inPlace: boolean): Step {
  if (turn.action?.verb === 'password.unknown' || (!turn.action && saysUnknownDay(turn.text))) {
    showUnknownDay(turn, deps);
    return DONE;
  }
  const day = dayGiven(turn, deps);
  const found = day ? expiryOf(day.day, turn.now, deps.timeZone) : { outcome: 'unread' as const };
  if (!day || found.outcome !== 'known') {
    askDay(turn, deps, inPlace, found.outcome === 'known' ? 'unread' : found.outcome);
    return { asking: 'day' };
  }
  const offered = showDue(turn, deps, found.expiry, day, inPlace);
  return offered ? { asking: 'reminders', changed: day.day } : DONE;
}

export function answersOffer(turn: Turn): boolean {
  return turn.action ? turn.action.verb === 'password.remind' : readYesNo(turn.text) !== undefined;
}

/** @param changed the day that was offered for; a button brings its own. */
export async function answerOffer(turn: Turn, deps: DialogDeps, changed: string): Promise<Step> {
  if (turn.action) return planFor(turn, deps, String(turn.action.data.changed));
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

function dayGiven(turn: Turn, { timeZone }: DialogDeps): ReadDay | undefined {
  const words = turn.action ? String(turn.action.data.changed ?? '') : turn.text;
  return readDay(words.slice(0, LONGEST), dayIn(timeZone, turn.now));
}

/** "I'm going on maternity leave": what to ask the administrator for, and an offer to ask them. Never why. */
import { absenceOfferCard } from '../../cards/absence-offer/absence-offer-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { requestAbsence } from '../../hygiene/absence-request.ts';
import { dayIn } from '../../hygiene/day.ts';
import { newestRule } from '../../hygiene/lifecycle-profile.ts';
import type { Fact } from '../../knowledge/entry.ts';
import { showFact } from '../answers.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { absenceAsked, CANNOT_ASK_FOR_YOU } from './absence-messages.ts';
import { ONLY_IN_PERSONAL_CHAT } from './messages.ts';

/** What our sources say of a long absence. */
export const LONG_ABSENCE = 'hygiene/maternity-or-sick-leave';

export async function showLongAbsence(turn: Turn, deps: DialogDeps, fact: Fact): Promise<void> {
  showFact(turn, fact);
  // In a group others would read whose account it is.
  if (turn.scope !== 'personal') return;
  const found = await deps.roster.lookUp(turn);
  if (!found || found.guest) return turn.say({ card: messageCard(CANNOT_ASK_FOR_YOU) });
  turn.say({ card: absenceOfferCard({ address: found.address }) });
}

export async function askForAbsence(turn: Turn, deps: DialogDeps): Promise<void> {
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(ONLY_IN_PERSONAL_CHAT) });
  const found = await deps.roster.lookUp(turn);
  if (!found || found.guest) return turn.say({ card: messageCard(CANNOT_ASK_FOR_YOU), inPlace: true });
  const { person, now } = turn;
  const day = dayIn(deps.timeZone, now);
  const rule = newestRule(deps.profiles.values(), 'disabled');
  const result = await requestAbsence(deps.database, { person, address: found.address, day, now, rule });
  if (result.outcome === 'asked') deps.wakeDelivery();
  turn.say({ card: messageCard(absenceAsked(result)), inPlace: true });
}

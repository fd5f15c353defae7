/** The buttons of a warning: "I'm still here", "I'm leaving", "Ask my administrator". An old card says that it is old. */
import { messageCard } from '../../cards/message/message-card.ts';
import { questionCard } from '../../cards/question/question-card.ts';
import type { AskOutcome } from '../../hygiene/ask-administrators.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { TakenBack } from '../../hygiene/tell-reply.ts';
import {
  answeredWarning,
  replyToWarning,
  sayNotLeaving,
  type WarningAnswer,
} from '../../hygiene/warning-reply.ts';

import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { NO_ACCOUNT_FOUND, ONLY_IN_PERSONAL_CHAT } from './messages.ts';
import {
  LEAVING,
  notLeaving,
  OLD_WARNING,
  stillHereNoted,
  toldAdministrators,
  warningIsOver,
} from './reply-messages.ts';

export async function stillHere(turn: Turn, deps: DialogDeps, due: string): Promise<void> {
  const result = await reply(turn, deps, due, 'still-here');
  if (result) turn.say({ card: messageCard(stillHereNoted(result.takenBack)), inPlace: true });
}

export async function askIfLeaving(turn: Turn, deps: DialogDeps, due: string): Promise<void> {
  const address = await addressFor(turn, deps);
  if (!address) return;
  const { outcome } = await answeredWarning(deps.database, { person: turn.person, address, due });
  if (outcome === 'expired') return turn.say({ card: messageCard(OLD_WARNING.expired), inPlace: true });
  turn.say({
    // Beside the warning, which still says what to do.
    card: questionCard({
      title: LEAVING.title,
      step: '',
      question: LEAVING.question,
      help: LEAVING.help,
      options: [
        { title: LEAVING.yes, value: 'yes' },
        { title: LEAVING.no, value: 'no' },
      ],
      verb: 'hygiene.leave',
      tag: due,
      stop: false,
    }),
  });
}

/** @param answer to the question, as a button brought it: only a plain yes is one. */
export async function leave(turn: Turn, deps: DialogDeps, due: string, answer: string): Promise<void> {
  if (answer === 'yes') return tell(turn, deps, due, 'leaving');
  const address = await addressFor(turn, deps);
  if (!address) return;
  const { person, now } = turn;
  const day = dayIn(deps.timeZone, now);
  const takenBack = await sayNotLeaving(deps.database, { person, address, due, day, now });
  if (takenBack?.outcome === 'asked') deps.wakeDelivery();
  turn.say({ card: messageCard(notLeaving(takenBack)), inPlace: true });
}

export function askAdministrator(turn: Turn, deps: DialogDeps, due: string): Promise<void> {
  return tell(turn, deps, due, 'ask');
}

async function tell(turn: Turn, deps: DialogDeps, due: string, answer: 'leaving' | 'ask'): Promise<void> {
  const result = await reply(turn, deps, due, answer);
  if (!result?.asked) return;
  turn.say({ card: messageCard(toldAdministrators(answer, result.asked)), inPlace: answer === 'leaving' });
}

/** @returns what was recorded, or nothing after having said why not. */
async function reply(turn: Turn, deps: DialogDeps, due: string, answer: WarningAnswer) {
  const address = await addressFor(turn, deps);
  if (!address) return undefined;
  const { person, now } = turn;
  const day = dayIn(deps.timeZone, now);
  const result = await replyToWarning(deps.database, { person, address, due, answer, day, now });
  if (result.outcome !== 'expired' && isOwed(result)) deps.wakeDelivery();
  if (result.outcome === 'recorded') return result;
  const old = result.outcome === 'over' ? warningIsOver(result.takenBack) : OLD_WARNING.expired;
  turn.say({ card: messageCard(old), inPlace: true });
  return undefined;
}

function isOwed({ asked, takenBack }: { asked?: AskOutcome; takenBack?: TakenBack }): boolean {
  return asked?.outcome === 'asked' || takenBack?.outcome === 'asked';
}

async function addressFor(turn: Turn, deps: DialogDeps): Promise<string | undefined> {
  if (turn.scope !== 'personal') {
    turn.say({ card: messageCard(ONLY_IN_PERSONAL_CHAT) });
    return undefined;
  }
  const found = await deps.roster.lookUp(turn);
  if (found && !found.guest) return found.address;
  turn.say({ card: messageCard(NO_ACCOUNT_FOUND) });
  return undefined;
}

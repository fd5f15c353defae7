/** What a helper does on a ticket's card, in their channel. Only what is typed in the card's own box goes to anybody. */
import { messageCard } from '../../cards/message/message-card.ts';
import { type ActOutcome, type HelperStep, helperActs } from '../../tickets/act.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { placeOf } from './channel.ts';
import { HELPER_PROBLEM, hidden, IN_CHANNEL, takenBy } from './messages.ts';
import { countIn, textIn } from './text-in.ts';
import { type After, helpersCard } from './ticket-cards.ts';

type Data = Readonly<Record<string, unknown>>;

export async function helperPresses(
  turn: Turn,
  deps: DialogDeps,
  step: HelperStep,
  data: Data,
): Promise<void> {
  if (turn.scope !== 'channel') return say(turn, 'not-here');
  const channel = placeOf(turn);
  const member = await deps.channels.member(channel, turn.place.memberId);
  if (!member) return say(turn, 'later');
  if (member.standing !== 'member') return say(turn, 'guest');
  const { tenantId, aadObjectId } = turn.person;
  const words = textIn(data.words);
  // The helper sees what is hidden before it goes: with no words nothing is written.
  const masked = step === 'answer' && turn.masked.length > 0;
  const result = await helperActs(deps.database, channel, step, {
    ticketId: textIn(data.ticket),
    by: { tenantId, aadObjectId, name: member.name },
    words: masked ? '' : words,
    seen: countIn(data.seen),
    now: turn.now,
  });
  if (result.outcome === 'not-here') return say(turn, 'not-here');
  if (result.outcome === 'done') deps.wakeDelivery();
  const after = masked ? { problem: hidden(turn.masked), draft: words } : afterIt(result, words);
  turn.say({ card: helpersCard(result.ticket, after), inPlace: true });
}

function afterIt(result: Exclude<ActOutcome, { outcome: 'not-here' }>, draft: string): After {
  if (result.outcome === 'done') return {};
  if (result.outcome === 'taken-by-other') return { problem: takenBy(result.ticket.takenName) };
  return { problem: HELPER_PROBLEM[result.outcome], draft };
}

function say(turn: Turn, what: keyof typeof IN_CHANNEL): void {
  turn.say({ card: messageCard(IN_CHANNEL[what]) });
}

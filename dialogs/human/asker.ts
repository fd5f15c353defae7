/** What the person who asked does on the cards of their question, in a chat of their own. */
import { messageCard } from '../../cards/message/message-card.ts';
import { type AskerStep, askerActs } from '../../tickets/asker-acts.ts';
import { readDanger } from '../danger.ts';
import type { DialogDeps } from '../feature.ts';
import { ONLY_IN_PRIVATE } from '../messages.ts';
import type { Turn } from '../turn.ts';
import { sayDanger } from '../urgent.ts';
import { ASKER_PROBLEM, hidden, NOT_YOURS } from './messages.ts';
import { countIn, textIn } from './text-in.ts';
import { answerCard, askersCard } from './ticket-cards.ts';

type Data = Readonly<Record<string, unknown>>;

export async function askerPresses(turn: Turn, deps: DialogDeps, step: AskerStep, data: Data): Promise<void> {
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(ONLY_IN_PRIVATE) });
  const { tenantId, aadObjectId } = turn.person;
  const words = step === 'reply' ? textIn(data.words) : '';
  const danger = readDanger(words);
  if (danger) sayDanger(turn, deps.knowledge, danger.kind);
  const masked = step === 'reply' && turn.masked.length > 0;
  const seen = countIn(data.seen);
  const act = {
    ticketId: textIn(data.ticket),
    by: { tenantId, aadObjectId, name: 'The person who asked' },
    words: masked || danger?.alone ? '' : words,
    seen,
    now: turn.now,
  };
  const result = await askerActs(deps.database, step, act, deps.tickets);
  if (result.outcome === 'not-here') return turn.say({ card: messageCard(NOT_YOURS) });
  const { ticket, outcome } = result;
  if (outcome === 'done') deps.wakeDelivery();
  const after =
    outcome === 'done'
      ? { reply: words }
      : { problem: masked ? hidden(turn.masked) : ASKER_PROBLEM[outcome], draft: words };
  // The card of the answer, or the one that shows where the question stands.
  turn.say({ card: answerCard(ticket, seen, after) ?? askersCard(ticket), inPlace: true });
}

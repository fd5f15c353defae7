/** "Ask a person": a form with what was asked, which the person reads and changes before it goes to their helpers. */
import { randomUUID } from 'node:crypto';
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { ticketFormCard } from '../../cards/ticket-form/ticket-form-card.ts';
import { askHelpers } from '../../tickets/ask-helpers.ts';
import { endChannel, type HelperChannel, noteChecked } from '../../tickets/question-channels.ts';
import { whyUnfit } from '../../tickets/teams-channels.ts';
import { isTicketId } from '../../tickets/ticket.ts';
import { sayHours } from '../../tickets/working-time.ts';
import { readDanger } from '../danger.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { sayDanger } from '../urgent.ts';
import { alreadyAnswered } from './already-answered.ts';
import { CANNOT_WAIT, FORM_PROBLEM, goesTo, hidden, NO_FORM, sentWords } from './messages.ts';
import { textIn } from './text-in.ts';
import { whereToAsk } from './where-to-ask.ts';
import { whomToRingCard } from './whom-to-ring.ts';

type Data = Readonly<Record<string, unknown>>;

/** What Teams said of a channel counts for so long when it does not answer. */
const CHECK_LASTS_MS = 24 * 60 * 60 * 1000;

interface Filled {
  question: string;
  before: string;
  ods: string;
  form: string;
  problem?: string;
}

/** @param data what the button brought: what was asked, and which entries answered it. */
export async function showForm(turn: Turn, deps: DialogDeps, data: Data, typed: string): Promise<void> {
  const question = textIn(data.asked) || typed;
  const before = alreadyAnswered(
    deps.knowledge,
    textIn(data.entries).split(/\s+/).filter(Boolean),
    turn.shown,
  );
  return sayForm(turn, deps, { question, before, ods: '', form: randomUUID() });
}

export async function sendForm(turn: Turn, deps: DialogDeps, data: Data): Promise<void> {
  const filled: Filled = {
    question: textIn(data.question),
    before: textIn(data.before),
    ods: textIn(data.ods).toUpperCase(),
    form: textIn(data.form),
  };
  if (!isTicketId(filled.form)) return turn.say({ card: expiredCard({ what: 'This form' }) });
  // Somebody in danger is not left waiting for a helper.
  const danger = readDanger(filled.question);
  if (danger) {
    sayDanger(turn, deps.knowledge, danger.kind);
    if (danger.alone) return;
  }
  if (filled.question === '') return sayForm(turn, deps, { ...filled, problem: FORM_PROBLEM.empty });
  if (turn.masked.length > 0) return sayForm(turn, deps, { ...filled, problem: hidden(turn.masked) });
  const where = await whereToAsk(turn, deps);
  if (where.outcome !== 'found') return sayForm(turn, deps, filled);
  const channel = where.channels.find(({ odsCode }) => odsCode === filled.ods);
  if (!channel) return sayForm(turn, deps, { ...filled, problem: FORM_PROBLEM.organisation });
  if (!(await isFit(turn, deps, channel))) return ring(turn, deps, 'unfit', channel.isNas);
  const { tenantId, aadObjectId } = turn.person;
  const result = await askHelpers(deps.database, {
    ticketId: filled.form,
    asker: { tenantId, aadObjectId, name: where.name },
    channel,
    question: filled.question,
    answeredBefore: filled.before,
    waiting: deps.tickets,
    now: turn.now,
  });
  if (result.outcome === 'not-yours') return turn.say({ card: expiredCard({ what: 'This form' }) });
  if (result.outcome === 'channel-gone') return ring(turn, deps, 'unfit', channel.isNas);
  if (result.outcome === 'too-many') return ring(turn, deps, 'too-many', channel.isNas);
  deps.wakeDelivery();
  const words = sentWords(nameOf(channel), sayHours(deps.tickets.hours));
  turn.say({ card: messageCard(words), inPlace: true });
}

async function sayForm(turn: Turn, deps: DialogDeps, filled: Filled): Promise<void> {
  const where = await whereToAsk(turn, deps);
  if (where.outcome === 'unknown') return ring(turn, deps, 'unknown');
  if (where.outcome === 'no-channel') return ring(turn, deps, 'no-channel', where.isNas);
  const [first, ...others] = where.channels;
  turn.say({
    card: ticketFormCard({
      goes: goesTo(others.length === 0 ? nameOf(first) : undefined),
      problem: filled.problem ?? '',
      question: filled.question,
      before: filled.before,
      organisations: where.channels.map((channel) => ({ name: nameOf(channel), ods: channel.odsCode })),
      ods: where.channels.find(({ odsCode }) => odsCode === filled.ods)?.odsCode ?? first.odsCode,
      ring: CANNOT_WAIT,
      form: filled.form,
    }),
    inPlace: filled.problem !== undefined,
  });
}

/** A team can get guests after its channel was chosen. Then the channel is given up, before anything is sent to it. */
async function isFit(turn: Turn, deps: DialogDeps, channel: HelperChannel): Promise<boolean> {
  const facts = await deps.channels.look(channel);
  if (!facts) return turn.now.getTime() - channel.checkedAt.getTime() < CHECK_LASTS_MS;
  const unfit = whyUnfit(facts);
  if (unfit) await endChannel(deps.database, channel.odsCode, 'service', unfit, turn.now);
  else await noteChecked(deps.database, channel, turn.now);
  return unfit === undefined;
}

function ring(turn: Turn, deps: DialogDeps, why: keyof typeof NO_FORM, isNas = false): void {
  turn.say({ card: whomToRingCard(deps.knowledge, { lead: NO_FORM[why], isNas }) });
}

function nameOf({ organisation, odsCode }: HelperChannel): string {
  return `${organisation} (${odsCode})`;
}

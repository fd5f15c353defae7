/** One turn: from what Teams sent to what a person reads. The steps stand here in their order; nothing else decides. */
import type { TurnContext } from 'botbuilder';
import type { Conversation } from '../dialogs/conversation.ts';
import type { Reply, TurnOutcome } from '../dialogs/turn.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { AssistantError } from './errors.ts';
import { type Incoming, readIncoming, rebuild } from './teams/incoming.ts';
import { type Admission, admit } from './turn/admit.ts';
import type { Afterwards } from './turn/afterwards.ts';
import { answerEvent } from './turn/events.ts';
import type { TakeFeedback } from './turn/feedback.ts';
import type { Guard } from './turn/guard-incoming.ts';
import type { Pace } from './turn/pace.ts';
import { answerSearch } from './turn/search.ts';
import { type Sent, send, sendUnknownInvoke } from './turn/send.ts';
import { isSpeech, personOf, slowDown } from './turn/slow-down.ts';
import type { Loaded, TurnStore } from './turn/turn-store.ts';

export interface TurnDeps {
  admission: Admission;
  guard: Guard;
  pace: Pace;
  store: TurnStore;
  conversation: Conversation;
  afterwards: Afterwards;
  feedback: TakeFeedback;
  knowledge: Knowledge;
  clock: () => Date;
}

/** Two messages at the same moment: the later one is answered again on top of what the first one left. */
const ATTEMPTS = 6;
/** A reply that was committed and not seen to be sent is sent again to a redelivery after this. */
const RESEND_AFTER_MS = 10_000;

const NOTHING: TurnOutcome = { feature: 'none', outcome: 'answered', clauses: [], entries: [] };

export type TakeTurn = (context: TurnContext) => Promise<TurnOutcome & { masked: boolean }>;

/** @returns the function that takes one turn, for the service, the terminal and the tests alike. */
export function createTurn(deps: TurnDeps): TakeTurn {
  const { store, conversation, clock } = deps;
  return async (context) => {
    const received = clock();
    const incoming = readIncoming(context.activity);
    admit(incoming, deps.admission); // 1
    const pace = isSpeech(incoming) ? deps.pace.take(personOf(incoming), received) : 'go';
    if (pace !== 'go') return slowDown(context, incoming, pace, NOTHING);
    const masked = deps.guard(incoming); // 2
    rebuild(context.activity, incoming);
    if (incoming.kind === 'unknown-invoke') return sendUnknownInvoke(context);
    if (incoming.kind === 'search') {
      await answerSearch(context, incoming, deps.knowledge);
      return { ...NOTHING, masked: false };
    }
    if (incoming.feedback) {
      await deps.feedback(context, incoming, masked, received);
      return { ...NOTHING, feature: 'feedback', masked: masked.length > 0 };
    }
    if (incoming.kind === 'ignored') return { ...NOTHING, masked: false };

    let isNew = false;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const loaded = await store.load(incoming, received);
      if (loaded.answered) return answerAgain(context, incoming, loaded.answered, deps);
      isNew ||= loaded.knownServiceUrl === undefined;
      if (loaded.knownServiceUrl !== incoming.reference.serviceUrl) {
        await store.rememberConversation(incoming, received);
      }
      const result =
        (await answerEvent(incoming, loaded.memory, isNew, store)) ??
        (await conversation.answer(context, { incoming, loaded, masked, now: received })); // 3, 4, 5
      if (!(await store.commit(incoming, loaded.version, result.memory, result.replies, received))) continue; // 6
      const sent = await send(context, incoming, result.replies); // 7
      finish(incoming, { ...result, sent }, masked.length > 0, received, deps); // 8
      return { ...result.outcome, masked: masked.length > 0 };
    }
    throw new AssistantError(
      'STATE_CONFLICT',
      `${ATTEMPTS} messages of one conversation got in each other's way.`,
    );
  };
}

/** A redelivered activity gets the reply that was made for it, unless that is known to have been sent. */
async function answerAgain(
  context: TurnContext,
  incoming: Incoming,
  answered: NonNullable<Loaded['answered']>,
  deps: TurnDeps,
) {
  const waited = deps.clock().getTime() - answered.committedAt.getTime();
  const replies: Reply[] = !answered.sent && waited >= RESEND_AFTER_MS ? (answered.reply ?? []) : [];
  const sent = await send(context, incoming, replies);
  if (replies.length > 0) finish(incoming, { outcome: NOTHING, sent }, false, deps.clock(), deps);
  return { ...NOTHING, masked: false };
}

function finish(
  incoming: Incoming,
  { outcome, sent }: { outcome: TurnOutcome; sent: readonly Sent[] },
  masked: boolean,
  received: Date,
  deps: TurnDeps,
): void {
  const at = deps.clock();
  deps.afterwards.add({
    conversationId: incoming.conversationId,
    activityId: incoming.activityId,
    at,
    outcome,
    shown: sent.flatMap(({ reply, activityId }) =>
      reply.rated && activityId ? [{ ...reply.rated, activityId }] : [],
    ),
    masked,
    latencyMs: at.getTime() - received.getTime(),
    ...(isSpeech(incoming) && { person: { tenantId: incoming.tenantId, aadObjectId: incoming.aadObjectId } }),
  });
}

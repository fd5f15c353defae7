/** Sends an owed message to its person's own chat or to a channel, and says what Teams made of it. */
import type { Card } from '../../cards/adaptive-card.ts';
import type { Database } from '../../delivery/database.ts';
import { NOT_ADDED } from '../../delivery/deliver-one.ts';
import type { Addressed, Sender, SendResult } from '../../delivery/sender.ts';
import { features } from '../../dialogs/index.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { toActivity } from '../turn/send.ts';
import type { Address, ConnectorAnswer, ConnectorClient } from './connector-client.ts';

/**
 * "Status codes from bot conversational APIs" of the Teams documentation
 * (learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability): after these nothing is written
 * until the person opens the conversation again.
 */
const BLOCKED: Readonly<Record<string, string>> = {
  BotNotInConversationRoster: 'They have removed the assistant in Teams.',
  ConversationBlockedByUser: 'They have blocked the assistant in Teams.',
  MessageWritesBlocked: 'They have blocked or removed the assistant in Teams.',
  ForbiddenOperationException: NOT_ADDED,
  BotDisabledByAdmin: 'Their Teams administrator does not let them use the assistant.',
};
const REFUSALS: Readonly<Record<number, string>> = {
  403: 'Teams did not let the assistant write to them.',
  404: 'Their chat with the assistant no longer exists.',
  410: 'Their chat with the assistant no longer exists.',
};
/** Our own mistakes: the next message may be taken. */
const OURS = ['HostNotAllowed', 'InvalidBotApiHost', 'MessageSizeTooBig'];

export interface CardSource {
  database: Database;
  knowledge: Knowledge;
}

export const NO_LONGER_KEPT: SendResult = {
  kind: 'refused',
  status: 410,
  reason: 'What it is about is no longer kept.',
};
/** A card that changes again while it is being changed is changed once more, and no more often than this. */
const CHANGES = 3;

/** @param from what cards that are filled in when they are sent are filled in from. */
export function createTeamsSender(connector: ConnectorClient, from: CardSource): Sender {
  async function change(to: Address, activityId: string, message: Addressed): Promise<SendResult> {
    let result = NO_LONGER_KEPT;
    let shown: string | undefined;
    for (let nth = 1; nth <= CHANGES; nth++) {
      const card = await cardOf(message, from);
      const words = card && JSON.stringify(card.content);
      // Two changes can overtake each other on their way: whoever is last makes sure that the newest one stands.
      if (!card || words === shown) return result;
      shown = words;
      const answer = await connector.updateActivity(to, activityId, activityOf(card));
      result = resultOf({ ...answer, body: { id: activityId } });
      if (result.kind === 'refused') result.closes = false;
      if (result.kind !== 'delivered') return result;
    }
    return result;
  }

  return {
    async send(message) {
      const { tenantId, chat, target, activityId } = message;
      const { conversationId, scope, ...ids } = chat;
      const to = { conversationId, tenantId, ids, scope };
      if (target?.use === 'change') return change(to, target.activityId ?? '', message);
      const card = await cardOf(message, from);
      if (!card) return NO_LONGER_KEPT;
      if (activityId !== null) {
        return resultOfUpdate(await connector.updateActivity(to, activityId, activityOf(card)), activityId);
      }
      // A thread of a channel is a conversation of its own.
      const thread = target ? `${conversationId};messageid=${target.activityId}` : conversationId;
      const result = resultOf(
        await connector.sendActivity({ ...to, conversationId: thread }, activityOf(card)),
      );
      // A thread whose first message is gone says nothing of its channel.
      return target && result.kind === 'refused' ? { ...result, closes: false } : result;
    },
  };
}

export function activityOf(card: Card): Record<string, unknown> {
  return toActivity({ card }) as Record<string, unknown>;
}

/**
 * The card of an owed message, by its kind.
 * @returns undefined when there is nothing left to show.
 */
export async function cardOf(
  { kind, content }: Pick<Addressed, 'kind' | 'content'>,
  from: CardSource,
): Promise<Card | undefined> {
  for (const { owed, owedNow } of features) {
    const make = owed?.[kind];
    if (make) return make(content);
    const makeNow = owedNow?.[kind];
    if (makeNow) return makeNow(content, from);
  }
  throw new Error(`No feature has a card for owed messages of kind ${kind}.`);
}

/** @see "Status codes retry guidance" on the same page. */
export function resultOf({ status, body, code = '', retryAfterMs }: ConnectorAnswer): SendResult {
  if (status === undefined) return { kind: 'unsure', reason: 'Teams did not answer' };
  if (status >= 200 && status < 300) return { kind: 'delivered', activityId: String(body.id ?? '') };
  if (status === 429 || status === 412 || status === 401) {
    return { kind: 'throttled', status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status >= 500 || status === 408) return { kind: 'unsure', status, reason: `Teams answered ${status}` };
  const reason = BLOCKED[code] ?? REFUSALS[status] ?? 'Teams refused the message.';
  return { kind: 'refused', status, reason, closes: status in REFUSALS && !OURS.includes(code) };
}

/** A message that is gone says nothing of its conversation: the next one may be taken there. */
function resultOfUpdate(answer: ConnectorAnswer, activityId: string): SendResult {
  const result = resultOf(answer);
  if (result.kind === 'delivered') return { kind: 'delivered', activityId };
  const isGone = answer.status === 404 || answer.status === 410;
  return result.kind === 'refused' && isGone ? { ...result, closes: false } : result;
}

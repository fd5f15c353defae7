/** Sends an owed message to its person's own chat, and says what Teams made of it. */
import type { Card } from '../../cards/adaptive-card.ts';
import { NOT_ADDED } from '../../delivery/deliver-one.ts';
import type { Sender, SendResult } from '../../delivery/sender.ts';
import { features } from '../../dialogs/index.ts';
import { toActivity } from '../turn/send.ts';
import type { ConnectorAnswer, ConnectorClient } from './connector-client.ts';

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

export function createTeamsSender(connector: ConnectorClient): Sender {
  return {
    async send({ kind, content, tenantId, chat, activityId }) {
      const { conversationId, ...ids } = chat;
      const to = { conversationId, tenantId, ids };
      const activity = toActivity({ card: cardOf(kind, content) }) as Record<string, unknown>;
      return activityId === null
        ? resultOf(await connector.sendActivity(to, activity))
        : resultOfUpdate(await connector.updateActivity(to, activityId, activity), activityId);
    },
  };
}

/** The card of an owed message, by its kind. */
export function cardOf(kind: string, content: Record<string, unknown>): Card {
  const make = features.map((feature) => feature.owed?.[kind]).find(Boolean);
  if (!make) throw new Error(`No feature has a card for owed messages of kind ${kind}.`);
  return make(content);
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

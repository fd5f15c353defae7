/** Changes a card that a person has in their own chat, and says what Teams made of it. */
import type { CardUpdater } from '../../delivery/update-cards.ts';
import type { ConnectorClient } from './connector-client.ts';
import type { RequestMeter } from './request-meter.ts';
import { activityOf, type CardSource, cardOf, NO_LONGER_KEPT, resultOf } from './teams-sender.ts';

export function createTeamsCardUpdater(
  connector: ConnectorClient,
  /** These are not leased from the rate, so they are counted as replies are. */
  meter: Pick<RequestMeter, 'count'>,
  from: CardSource,
): CardUpdater {
  return {
    async update({ kind, content, tenantId, chat, activityId }) {
      const { conversationId, scope, ...ids } = chat;
      const card = await cardOf({ kind, content }, from);
      if (!card) return NO_LONGER_KEPT;
      meter.count(tenantId, conversationId);
      const to = { conversationId, tenantId, ids, scope };
      return resultOf(await connector.updateActivity(to, activityId, activityOf(card)));
    },
  };
}

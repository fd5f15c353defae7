/** Changes a card that a person has in their own chat, and says what Teams made of it. */
import type { CardUpdater } from '../../delivery/update-cards.ts';
import { toActivity } from '../turn/send.ts';
import type { ConnectorClient } from './connector-client.ts';
import type { RequestMeter } from './request-meter.ts';
import { cardOf, resultOf } from './teams-sender.ts';

export function createTeamsCardUpdater(
  connector: ConnectorClient,
  /** These are not leased from the rate, so they are counted as replies are. */
  meter: Pick<RequestMeter, 'count'>,
): CardUpdater {
  return {
    async update({ kind, content, tenantId, chat, activityId }) {
      const { conversationId, ...ids } = chat;
      meter.count(tenantId, conversationId);
      const activity = toActivity({ card: cardOf(kind, content) }) as Record<string, unknown>;
      return resultOf(
        await connector.updateActivity({ conversationId, tenantId, ids }, activityId, activity),
      );
    },
  };
}

/** Sends an owed message to its person's own chat, and says what Teams made of it. */
import type { Card } from '../../cards/adaptive-card.ts';
import type { Database } from '../../delivery/database.ts';
import type { Sender, SendResult } from '../../delivery/sender.ts';
import { features } from '../../dialogs/index.ts';
import { toActivity } from '../turn/send.ts';
import type { Address, ConnectorAnswer, ConnectorClient } from './connector-client.ts';

const REFUSALS: Readonly<Record<number, string>> = {
  403: 'Teams did not let the assistant write to them.',
  404: 'Their chat with the assistant no longer exists.',
  410: 'Their chat with the assistant no longer exists.',
};
const NOT_ADDED = 'They have not added the assistant in Teams.';

export function createTeamsSender(database: Database, connector: ConnectorClient): Sender {
  return {
    async send({ kind, content, tenantId, aadObjectId }) {
      const address = await personalChat(database, tenantId, aadObjectId);
      if (!address) return { kind: 'refused', status: 404, reason: NOT_ADDED };
      const activity = toActivity({ card: cardOf(kind, content) });
      return resultOf(await connector.sendActivity(address, activity as Record<string, unknown>));
    },
  };
}

/** Where this person's own chat with the assistant is. */
export async function personalChat(
  database: Database,
  tenantId: string,
  aadObjectId: string,
): Promise<Address | undefined> {
  const [row] = await database.query<Address>(
    `select conversation_id as "conversationId", tenant_id as "tenantId",
       json_build_object('serviceUrl', service_url, 'channelId', channel_id, 'botId', bot_id,
         'personChannelId', person_channel_id) as ids
     from conversation where tenant_id = $1 and aad_object_id = $2 and scope = 'personal'
     order by installed_at desc limit 1`,
    [tenantId, aadObjectId],
  );
  return row;
}

function cardOf(kind: string, content: Record<string, unknown>): Card {
  const make = features.map((feature) => feature.owed?.[kind]).find(Boolean);
  if (!make) throw new Error(`No feature has a card for owed messages of kind ${kind}.`);
  return make(content);
}

/** @see "Handle errors" of the Teams documentation on proactive messages. */
export function resultOf({ status, body, retryAfterMs }: ConnectorAnswer): SendResult {
  if (status === undefined) return { kind: 'unsure', reason: 'Teams did not answer' };
  if (status >= 200 && status < 300) return { kind: 'delivered', activityId: String(body.id ?? '') };
  if (status === 429 || status === 412) {
    return { kind: 'throttled', status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  if (status >= 500 || status === 408) return { kind: 'unsure', status, reason: `Teams answered ${status}` };
  return { kind: 'refused', status, reason: REFUSALS[status] ?? 'Teams refused the message.' };
}

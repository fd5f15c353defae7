/** Where a person's own chat with the assistant is. */
import type { Database } from '../../delivery/database.ts';
import type { Address } from './connector-client.ts';

/** @returns undefined when they never added the assistant. */
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
     order by (closed_at is null) desc, installed_at desc limit 1`,
    [tenantId, aadObjectId],
  );
  return row;
}

/** `npm run tickets -- channels`: which channel in Teams each organisation uses for questions. */
import type { Database } from '../../../delivery/database.ts';
import { channelsInUse } from '../../../tickets/question-channels.ts';
import type { Told } from '../told.ts';

export async function listChannels(database: Database): Promise<Told> {
  const channels = await channelsInUse(database, null);
  const lines = channels.map(
    ({ odsCode, organisation, conversationId, checkedAt }) =>
      `${odsCode}  ${organisation}: ${conversationId}, checked ${checkedAt.toISOString().slice(0, 10)}`,
  );
  return {
    well: true,
    words: lines.join('\n') || 'No organisation has a channel for questions.',
    json: channels,
  };
}

/** Looks at every channel in use once a day: a team can get guests, and a channel can become a private one. */
import type { Database } from '../delivery/database.ts';
import { channelsInUse, endChannel, noteChecked } from './question-channels.ts';
import { type TeamsChannels, whyUnfit } from './teams-channels.ts';

/** @returns how many were given up. One that Teams does not answer about stays until the next look. */
export async function checkChannels(database: Database, channels: TeamsChannels, now: Date): Promise<number> {
  let ended = 0;
  for (const channel of await channelsInUse(database, null)) {
    const facts = await channels.look(channel);
    if (!facts) continue;
    const unfit = whyUnfit(facts);
    if (unfit === undefined) await noteChecked(database, channel, now);
    else if ((await endChannel(database, channel.odsCode, 'service', unfit, now)) === 'ended') ended++;
  }
  return ended;
}

/** A team in Teams with the helpers' channel of an organisation, in use. */
import type { Assistant, Chat } from '../../support/assistant.ts';
import type { Channel } from '../../support/chat.ts';
import { chatter, PEOPLE, type Who } from '../../support/people.ts';

export const TEAM = '19:team@thread.tacv2';
export const CHANNEL = { id: '19:helpers@thread.tacv2', teamId: TEAM };
export const OTHER_CHANNEL = { id: '19:talk@thread.tacv2', teamId: TEAM };

const id = (number: number) => `00000000-0000-0000-0000-00000000050${number}`;
export const SAM = chatter('29:sam', id(1), 'sam.lee@willowbrook.example', { name: 'Sam Lee' });
export const PRIYA = chatter('29:priya', id(2), 'priya.patel@willowbrook.example', { name: 'Priya Patel' });

/** Sam, Priya and the administrator are in the team. */
export function addTeam({ connector }: Pick<Assistant, 'connector'>): void {
  const administrator = PEOPLE['an administrator'];
  for (const { id, roster } of [SAM, PRIYA, administrator]) connector.members.set(id, roster);
  connector.teams.set(TEAM, {
    channels: [
      { id: TEAM, type: 'standard' },
      { id: CHANNEL.id, name: 'Helpers', type: 'standard' },
      { id: OTHER_CHANNEL.id, name: 'Talk', type: 'standard' },
    ],
    members: [SAM.id, PRIYA.id, administrator.id],
  });
}

/** @returns the administrator in the channel, which is in use for the organisation. */
export async function useChannel(
  assistant: { chat(who: Who, where: Channel): Chat },
  odsCode = 'A9X4',
): Promise<Chat> {
  const channel = assistant.chat('an administrator', CHANNEL);
  await channel.says(`<at>NHSmail assistant</at> use this channel for ${odsCode}`);
  await channel.presses('Use this channel');
  return channel;
}

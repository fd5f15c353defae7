/** Asks Teams about a channel: what kind it is, who is in its team, and who writes in it. */
import type { Database } from '../../delivery/database.ts';
import type {
  ChannelFacts,
  ChannelMember,
  ChannelPlace,
  TeamsChannels,
} from '../../tickets/teams-channels.ts';
import type { Address, ConnectorAnswer, ConnectorClient } from './connector-client.ts';

const PAGE = 500;
/** A team has 25,000 members at most; Teams may give fewer on a page than asked for. */
const MOST_PAGES = 500;
/** A look may take many calls, and a person waits for it. */
const LOOK_WITHIN_MS = 8000;
/** Somebody who is not in the conversation. */
const NOT_THERE = [403, 404];

/** @param lookWithinMs for all calls of one look together. */
export function createTeamsChannels(
  database: Database,
  connector: ConnectorClient,
  lookWithinMs = LOOK_WITHIN_MS,
): TeamsChannels {
  async function addressOf({ tenantId, conversationId }: ChannelPlace): Promise<Address | undefined> {
    const [row] = await database.query<Address>(
      `select conversation_id as "conversationId", tenant_id as "tenantId", scope,
         json_build_object('serviceUrl', service_url, 'channelId', channel_id, 'botId', bot_id,
           'personChannelId', person_channel_id) as ids
       from conversation where conversation_id = $1 and tenant_id = $2 and scope = 'channel'`,
      [conversationId, tenantId],
    );
    return row;
  }

  /** @returns undefined when Teams did not say, or not in time. */
  async function hasGuests(
    channel: Address,
    { tenantId, teamId }: ChannelPlace,
    deadline: AbortSignal,
  ): Promise<boolean | undefined> {
    let token = '';
    for (let page = 1; page <= MOST_PAGES && !deadline.aborted; page++) {
      const more = token && `&continuationToken=${encodeURIComponent(token)}`;
      const path = `conversations/${encodeURIComponent(teamId)}/pagedmembers?pageSize=${PAGE}${more}`;
      const { status, body } = await connector.readTeam(channel, path);
      if (status !== 200 || !Array.isArray(body.members)) return undefined;
      if (body.members.some((member) => isGuest(member, tenantId))) return true;
      token = typeof body.continuationToken === 'string' ? body.continuationToken : '';
      if (token === '') return false;
    }
    return undefined;
  }

  async function lookAt(
    channel: Address,
    place: ChannelPlace,
    deadline: AbortSignal,
  ): Promise<ChannelFacts | undefined> {
    const team = `teams/${encodeURIComponent(place.teamId)}`;
    const [details, list] = await Promise.all([
      connector.readTeam(channel, team),
      connector.readTeam(channel, `${team}/conversations`),
    ]);
    if (details.status === 404 || list.status === 404) return { kind: 'unknown', hasGuests: false };
    if (details.status !== 200 || list.status !== 200) return undefined;
    const kind = kindOf(place, details, list);
    if (kind !== 'standard') return { kind, hasGuests: false };
    const guests = await hasGuests(channel, place, deadline);
    return guests === undefined ? undefined : { kind, hasGuests: guests };
  }

  return {
    async look(place): Promise<ChannelFacts | undefined> {
      const channel = place.teamId === '' ? undefined : await addressOf(place);
      if (!channel) return { kind: 'unknown', hasGuests: false };
      const deadline = new AbortController();
      const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => {
        deadline.abort();
        giveUp(undefined);
      }, lookWithinMs);
      return Promise.race([lookAt(channel, place, deadline.signal), late]).finally(() => clearTimeout(timer));
    },
    async member(place, memberId): Promise<ChannelMember | undefined> {
      const channel = await addressOf(place);
      if (!channel) return { standing: 'stranger', name: '' };
      const ids = { ...channel.ids, personChannelId: memberId };
      const { status, body } = await connector.readMember({ ...channel, ids });
      if (status !== undefined && NOT_THERE.includes(status)) return { standing: 'stranger', name: '' };
      if (status !== 200) return undefined;
      const name = [body.name, body.userPrincipalName].find(
        (each) => typeof each === 'string' && each !== '',
      );
      const standing = isGuest(body, place.tenantId) ? 'guest' : 'member';
      return { standing, name: String(name ?? 'A helper').slice(0, 100) };
    },
  };
}

/**
 * "Get the list of channels in a team" (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context): the
 * type stands in newer answers; older ones list standard channels only. The general channel has the team's id.
 */
function kindOf(
  { conversationId, teamId }: ChannelPlace,
  details: ConnectorAnswer,
  list: ConnectorAnswer,
): ChannelFacts['kind'] {
  const about = details.body.type;
  if (about === 'privateChannel') return 'private';
  if (about === 'sharedChannel') return 'shared';
  const channels = Array.isArray(list.body.conversations) ? list.body.conversations : [];
  const found = channels.find((each) => each?.id === conversationId);
  if (!found) return conversationId === teamId ? 'standard' : 'unknown';
  const type = found.type ?? 'standard';
  return type === 'standard' || type === 'private' || type === 'shared' ? type : 'unknown';
}

/** As the roster of a chat is read: by role, by the name of an account of another tenant, or by the tenant itself. */
function isGuest(member: Record<string, unknown>, tenantId: string): boolean {
  const { userRole, userPrincipalName, tenantId: theirs } = member ?? {};
  return (
    userRole === 'guest' ||
    (typeof userPrincipalName === 'string' && userPrincipalName.includes('#EXT#')) ||
    (typeof theirs === 'string' && theirs !== '' && theirs !== tenantId)
  );
}

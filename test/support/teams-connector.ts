/**
 * Stands in for Teams' side of the Bot Connector: takes what the assistant sends and keeps it, fails when told to, and
 * where asked holds to Teams' limits. Its rules and their sources are in `connector/`.
 */
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import restify from 'restify';
import { createReception, type Reception, type ReceptionOptions } from './connector/reception.ts';
import type { SeenRequest } from './connector/record.ts';

export type { Failure } from './connector/faults.ts';

export interface SentActivity {
  conversationId: string;
  /** The activity that it replies to; absent for a message that nobody typed for. */
  replyTo?: string;
  activity: Partial<Activity>;
}

/** A team with its channels. Its members are told by their ids; what the roster says of each is in `members`. */
export interface FakeTeam {
  type?: 'standard' | 'privateChannel' | 'sharedChannel';
  channels: { id: string; name?: string; type?: 'standard' | 'private' | 'shared' }[];
  members: string[];
}

/** A message that was changed or taken back afterwards. */
export interface ChangedActivity {
  conversationId: string;
  activityId: string;
  /** Absent when it was deleted. */
  activity?: Partial<Activity>;
}

export interface TeamsConnector extends Pick<Reception, 'calls' | 'failWith'> {
  /** What an activity's `serviceUrl` is set to. */
  url: string;
  /** Every message that reached its conversation, in order. */
  sent: SentActivity[];
  /** Every change of a message, in order. */
  changed: ChangedActivity[];
  /** Every call with its moment and its end. */
  seen: SeenRequest[];
  /** Members of conversations by their id in the channel. */
  members: Map<string, Record<string, unknown>>;
  /** By their ids. Whoever is in a team is in its channels; in other conversations is whoever is in `members`. */
  teams: Map<string, FakeTeam>;
  stop(): Promise<void>;
}

const ACTIVITIES = '/v3/conversations/:conversationId/activities';
const ACTIVITY = `${ACTIVITIES}/:activityId`;
/** Few, so that tests turn pages. */
const MEMBERS_A_PAGE = 2;

/**
 * Starts it on a free port of 127.0.0.1. The addresses and answers are those of the "Bot Framework Connector REST API
 * reference" (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference): "Send to
 * Conversation" and "Reply to Activity" answer with a `ResourceResponse`, an object with the new activity's id.
 */
export async function startTeamsConnector(options: ReceptionOptions = {}): Promise<TeamsConnector> {
  const server = restify.createServer({
    name: 'teams-connector',
    handleUncaughtExceptions: false,
    maxParamLength: 4000,
  });
  const reception = createReception(options);
  server.pre((request, _response, next) => {
    reception.arrives(request);
    return next();
  });
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  const sent: SentActivity[] = [];
  const changed: ChangedActivity[] = [];
  const members = new Map<string, Record<string, unknown>>();
  const teams = new Map<string, FakeTeam>();
  const idsOf = (request: restify.Request) =>
    request.params as { conversationId: string; activityId: string };

  async function post(request: restify.Request, response: restify.Response): Promise<void> {
    const { conversationId, activityId } = idsOf(request);
    const act = () => {
      const activity = request.body as Partial<Activity>;
      sent.push({ conversationId, ...(activityId && { replyTo: activityId }), activity });
      return { status: 201, body: { id: `sent-${sent.length}` } };
    };
    await reception.take(request, response, { name: 'POST conversation', operation: 'send', act });
  }
  server.post(ACTIVITIES, post);
  server.post(ACTIVITY, post);

  // "Update Activity" and "Delete Activity".
  server.put(ACTIVITY, async (request, response) => {
    const act = () => {
      changed.push({ ...idsOf(request), activity: request.body as Partial<Activity> });
      return { status: 200, body: { id: idsOf(request).activityId } };
    };
    await reception.take(request, response, { name: 'PUT activity', operation: 'send', act });
  });
  server.del(ACTIVITY, async (request, response) => {
    const act = () => {
      changed.push(idsOf(request));
      return { status: 200, body: {} };
    };
    await reception.take(request, response, { name: 'DELETE activity', operation: 'send', act });
  });

  // "Create Conversation": a chat with one person has the same id each time.
  server.post('/v3/conversations', async (request, response) => {
    const { members: [member] = [] } = request.body as { members?: { id?: string }[] };
    const act = () => ({ status: 201, body: { id: `a:chat-with-${member?.id ?? 'nobody'}` } });
    await reception.take(request, response, { name: 'POST conversations', operation: 'create', act });
  });

  // "Get Conversation Member"; Teams adds userPrincipalName, email, tenantId and userRole ("Get Teams specific context").
  server.get('/v3/conversations/:conversationId/members/:memberId', async (request, response) => {
    const { conversationId, memberId } = request.params;
    const team = teamOf(conversationId);
    const member = !team || team.members.includes(memberId) ? members.get(memberId) : undefined;
    const unknown = { error: { code: 'MemberNotFoundInConversation', message: 'Not in the roster.' } };
    const act = () => (member ? { status: 200, body: member } : { status: 404, body: unknown });
    await reception.take(request, response, { name: 'GET member', operation: 'members', act });
  });

  const teamOf = (conversationId: string) =>
    teams.get(conversationId) ??
    [...teams.values()].find(({ channels }) => channels.some(({ id }) => id === conversationId));
  const notFound = { status: 404, body: { error: { code: 'NotFound', message: 'There is no such team.' } } };

  // "Get Conversation Paged Members": a page and a token for the next one.
  server.get('/v3/conversations/:conversationId/pagedmembers', async (request, response) => {
    const team = teamOf(request.params.conversationId);
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const from = Number(searchParams.get('continuationToken') ?? 0);
    const act = () => {
      if (!team) return notFound;
      const page = team.members.slice(from, from + MEMBERS_A_PAGE).map((id) => members.get(id) ?? { id });
      const next = from + MEMBERS_A_PAGE;
      const more = next < team.members.length && { continuationToken: String(next) };
      return { status: 200, body: { members: page, ...more } };
    };
    await reception.take(request, response, { name: 'GET pagedmembers', operation: 'members', act });
  });

  // "Fetch Team Details" and "Fetch Channel List" of the Teams extensions.
  server.get('/v3/teams/:teamId', async (request, response) => {
    const { teamId } = request.params;
    const team = teams.get(teamId);
    const act = () =>
      team ? { status: 200, body: { id: teamId, type: team.type ?? 'standard' } } : notFound;
    await reception.take(request, response, { name: 'GET team', operation: 'members', act });
  });
  server.get('/v3/teams/:teamId/conversations', async (request, response) => {
    const team = teams.get(request.params.teamId);
    const act = () => (team ? { status: 200, body: { conversations: team.channels } } : notFound);
    await reception.take(request, response, { name: 'GET channels', operation: 'members', act });
  });

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    changed,
    members,
    teams,
    calls: reception.calls,
    seen: reception.seen,
    failWith: reception.failWith,
    stop() {
      server.server.closeAllConnections?.();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

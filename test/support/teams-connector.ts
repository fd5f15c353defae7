/** Stands in for Teams' side of the Bot Connector: takes what the assistant sends, keeps it, and fails when told to. */
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import restify from 'restify';

/** What Teams answers instead of taking the call. `broken` ends the connection without an answer. */
export type Failure = 'broken' | { status: number; retryAfter?: string };

export interface SentActivity {
  conversationId: string;
  /** The activity that it replies to; absent for a message that nobody typed for. */
  replyTo?: string;
  activity: Partial<Activity>;
}

export interface TeamsConnector {
  /** What an activity's `serviceUrl` is set to. */
  url: string;
  /** Everything it took, in order. */
  sent: SentActivity[];
  /** Every call, taken or not, as `POST conversation` or `GET member`. */
  calls: string[];
  /** Members of conversations by their id in the channel. */
  members: Map<string, Record<string, unknown>>;
  /** The next `times` calls fail; all of them when it is left out. `undefined` mends it. */
  failWith(failure: Failure | undefined, times?: number): void;
  stop(): Promise<void>;
}

/**
 * Starts it on a free port of 127.0.0.1. The addresses and answers are those of the "Bot Framework Connector REST API
 * reference" (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference): "Send to
 * Conversation" and "Reply to Activity" answer with a `ResourceResponse`, an object with the new activity's id.
 */
export async function startTeamsConnector(): Promise<TeamsConnector> {
  const server = restify.createServer({ name: 'teams-connector', handleUncaughtExceptions: false });
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  const sent: SentActivity[] = [];
  const calls: string[] = [];
  const members = new Map<string, Record<string, unknown>>();
  let failure: Failure | undefined;
  let failures = 0;

  /** @returns true when this call has been answered with a failure. */
  function fails(response: restify.Response): boolean {
    if (failure === undefined || failures <= 0) return false;
    failures--;
    if (failure === 'broken') {
      response.socket?.destroy();
      return true;
    }
    // "Rate limiting for bots" and "Send proactive messages" (learn.microsoft.com/microsoftteams/platform/bots/how-to):
    // 429 comes with Retry-After; 403 says that the person blocked or removed the app.
    if (failure.retryAfter) response.header('Retry-After', failure.retryAfter);
    response.send(failure.status, { error: { code: `Failure${failure.status}`, message: 'As told.' } });
    return true;
  }

  async function take(request: restify.Request, response: restify.Response): Promise<void> {
    calls.push('POST conversation');
    if (fails(response)) return;
    const { conversationId, activityId } = request.params as Record<string, string>;
    sent.push({
      conversationId: conversationId ?? '',
      ...(activityId && { replyTo: activityId }),
      activity: request.body as Partial<Activity>,
    });
    response.send(201, { id: `sent-${sent.length}` });
  }
  server.post('/v3/conversations/:conversationId/activities', take);
  server.post('/v3/conversations/:conversationId/activities/:activityId', take);

  // "Get Conversation Member"; Teams adds userPrincipalName, email, tenantId and userRole ("Get Teams specific context").
  server.get('/v3/conversations/:conversationId/members/:memberId', async (request, response) => {
    calls.push('GET member');
    if (fails(response)) return;
    const member = members.get(request.params.memberId);
    if (member) response.send(200, member);
    else
      response.send(404, { error: { code: 'MemberNotFoundInConversation', message: 'Not in the roster.' } });
  });

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    calls,
    members,
    failWith(next, times = Number.POSITIVE_INFINITY) {
      failure = next;
      failures = next === undefined ? 0 : times;
    },
    stop() {
      server.server.closeAllConnections?.();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

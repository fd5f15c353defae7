/**
 * The Bot Connector calls that leave this service: replies, messages that nobody typed for, and who a person is.
 * The SDK's client tries again by itself, up to four times, and a 5xx may well have been delivered. Here each call is
 * made once, and its end is told.
 */
import type { TokenCredential } from '@azure/identity';
import { hostIsAllowed } from '../turn/admit.ts';
import { CONNECTOR_SCOPE } from './credentials.ts';
import type { ReferenceIds } from './incoming.ts';

/** Claims and turns count on it. */
const TIMEOUT_MS = 15_000;

export interface Address {
  conversationId: string;
  tenantId: string;
  ids: ReferenceIds;
  /** `personal` when it is left out. */
  scope?: 'personal' | 'groupChat' | 'channel';
}

/** What came back. `status` is absent when nothing did: a broken connection or a time-out. */
export interface ConnectorAnswer {
  status?: number;
  body: Record<string, unknown>;
  /** Teams' own word for an error, for example `ConversationBlockedByUser`. */
  code?: string;
  retryAfterMs?: number;
}

/** A reply as the SDK addresses it. */
export interface ReplyActivity {
  serviceUrl?: string;
  replyToId?: string;
  conversation?: { id: string; tenantId?: string };
}

export interface ConnectorClient {
  /** @see POST /v3/conversations/{conversationId}/activities of the Bot Connector API. */
  sendActivity(to: Address, activity: Record<string, unknown>): Promise<ConnectorAnswer>;
  /** @see PUT /v3/conversations/{conversationId}/activities/{activityId} of the Bot Connector API. */
  updateActivity(
    to: Address,
    activityId: string,
    activity: Record<string, unknown>,
  ): Promise<ConnectorAnswer>;
  /** @see POST /v3/conversations/{conversationId}/activities/{activityId} of the Bot Connector API. */
  sendReply(activity: ReplyActivity): Promise<ConnectorAnswer>;
  /** @see DELETE /v3/conversations/{conversationId}/activities/{activityId} of the Bot Connector API. */
  deleteActivity(activity: ReplyActivity, activityId: string): Promise<ConnectorAnswer>;
  /** @see GET /v3/conversations/{conversationId}/members/{memberId} of the Bot Connector API. */
  readMember(of: Address): Promise<ConnectorAnswer>;
  /** Reads what Teams says of a team. @param path below `/v3/`, its parts encoded. */
  readTeam(of: Address, path: string): Promise<ConnectorAnswer>;
}

export interface ConnectorClientDeps {
  credential: TokenCredential | undefined;
  allowedServiceHosts: readonly string[];
  /** Told of each request that the ledger did not ask for: Teams counts those too. */
  onRequest?: (tenantId: string, conversationId: string) => void;
  /** How long Teams may take to answer. */
  timeoutMs?: number;
}

interface Call {
  serviceUrl: string;
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

export function createConnectorClient(deps: ConnectorClientDeps): ConnectorClient {
  const { credential, allowedServiceHosts, onRequest, timeoutMs = TIMEOUT_MS } = deps;

  async function call({ serviceUrl, path, method, body }: Call): Promise<ConnectorAnswer> {
    if (!hostIsAllowed(serviceUrl, allowedServiceHosts)) {
      return { status: 403, body: {}, code: 'HostNotAllowed' };
    }
    const authorization = await signIn();
    // Nothing was sent: as if Teams had not accepted the sign-in.
    if (authorization === 'failed') return { status: 401, body: {} };
    try {
      const response = await fetch(`${serviceUrl.replace(/\/$/, '')}${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', ...authorization },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await read(response);
    } catch {
      return { body: {} };
    }
  }

  async function signIn(): Promise<{ authorization?: string } | 'failed'> {
    try {
      const token = await credential?.getToken(CONNECTOR_SCOPE);
      return token ? { authorization: `Bearer ${token.token}` } : {};
    } catch {
      return 'failed';
    }
  }

  return {
    sendActivity: (to, activity) =>
      call({
        serviceUrl: to.ids.serviceUrl,
        path: `${conversationPath(to.conversationId)}/activities`,
        method: 'POST',
        body: addressed(to, activity),
      }),
    updateActivity: (to, activityId, activity) =>
      call({
        serviceUrl: to.ids.serviceUrl,
        path: `${conversationPath(to.conversationId)}/activities/${encodeURIComponent(activityId)}`,
        method: 'PUT',
        body: { ...addressed(to, activity), id: activityId },
      }),
    sendReply(activity) {
      const { serviceUrl = '', replyToId, conversation } = activity;
      const id = conversation?.id ?? '';
      onRequest?.(conversation?.tenantId ?? '', id);
      const to = `${conversationPath(id)}/activities`;
      const path = replyToId ? `${to}/${encodeURIComponent(replyToId)}` : to;
      return call({ serviceUrl, path, method: 'POST', body: activity });
    },
    deleteActivity({ serviceUrl = '', conversation }, activityId) {
      const id = conversation?.id ?? '';
      onRequest?.(conversation?.tenantId ?? '', id);
      const path = `${conversationPath(id)}/activities/${encodeURIComponent(activityId)}`;
      return call({ serviceUrl, path, method: 'DELETE' });
    },
    readMember({ conversationId, tenantId, ids }) {
      onRequest?.(tenantId, conversationId);
      const path = `${conversationPath(conversationId)}/members/${encodeURIComponent(ids.personChannelId)}`;
      return call({ serviceUrl: ids.serviceUrl, path, method: 'GET' });
    },
    readTeam({ conversationId, tenantId, ids }, path) {
      onRequest?.(tenantId, conversationId);
      return call({ serviceUrl: ids.serviceUrl, path: `/v3/${path}`, method: 'GET' });
    },
  };
}

function addressed(
  { conversationId, tenantId, ids, scope = 'personal' }: Address,
  activity: Record<string, unknown>,
): Record<string, unknown> {
  return {
    ...activity,
    channelId: ids.channelId,
    serviceUrl: ids.serviceUrl,
    from: { id: ids.botId },
    // Nobody is addressed in a channel.
    ...(scope === 'personal' && { recipient: { id: ids.personChannelId } }),
    conversation: { id: conversationId, tenantId, conversationType: scope },
  };
}

function conversationPath(conversationId: string): string {
  return `/v3/conversations/${encodeURIComponent(conversationId)}`;
}

async function read(response: Response): Promise<ConnectorAnswer> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { code } = (body?.error ?? {}) as { code?: unknown };
  const retryAfterMs = millisecondsIn(response.headers.get('retry-after'));
  return {
    status: response.status,
    body,
    ...(typeof code === 'string' && { code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). */
function millisecondsIn(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : undefined;
}

/**
 * The two Bot Connector calls that no incoming message carries: write to a person first, and read who they are.
 * The SDK's client retries by itself; here the ledger decides, so each call is made once and its end is told.
 */
import type { TokenCredential } from '@azure/identity';
import { hostIsAllowed } from '../turn/admit.ts';
import { CONNECTOR_SCOPE } from './credentials.ts';
import type { ReferenceIds } from './incoming.ts';

const TIMEOUT_MS = 15_000;

export interface Address {
  conversationId: string;
  tenantId: string;
  ids: ReferenceIds;
}

/** What came back. `status` is absent when nothing did: a broken connection or a time-out. */
export interface ConnectorAnswer {
  status?: number;
  body: Record<string, unknown>;
  retryAfterMs?: number;
}

export interface ConnectorClient {
  /** @see POST /v3/conversations/{conversationId}/activities of the Bot Connector API. */
  sendActivity(to: Address, activity: Record<string, unknown>): Promise<ConnectorAnswer>;
  /** @see GET /v3/conversations/{conversationId}/members/{memberId} of the Bot Connector API. */
  readMember(of: Address): Promise<ConnectorAnswer>;
}

export function createConnectorClient(deps: {
  credential: TokenCredential | undefined;
  allowedServiceHosts: readonly string[];
}): ConnectorClient {
  async function call(to: Address, path: string, init: RequestInit): Promise<ConnectorAnswer> {
    if (!hostIsAllowed(to.ids.serviceUrl, deps.allowedServiceHosts)) return { status: 403, body: {} };
    const token = await deps.credential?.getToken(CONNECTOR_SCOPE);
    try {
      const response = await fetch(`${to.ids.serviceUrl.replace(/\/$/, '')}${path}`, {
        ...init,
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token.token}` }),
        },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
      const retryAfterMs = millisecondsIn(response.headers.get('retry-after'));
      return { status: response.status, body, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    } catch {
      return { body: {} };
    }
  }
  const conversation = (to: Address) => `/v3/conversations/${encodeURIComponent(to.conversationId)}`;
  return {
    sendActivity: (to, activity) =>
      call(to, `${conversation(to)}/activities`, {
        method: 'POST',
        body: JSON.stringify({
          ...activity,
          channelId: to.ids.channelId,
          serviceUrl: to.ids.serviceUrl,
          from: { id: to.ids.botId },
          recipient: { id: to.ids.personChannelId },
          conversation: { id: to.conversationId, tenantId: to.tenantId, conversationType: 'personal' },
        }),
      }),
    readMember: (of) =>
      call(of, `${conversation(of)}/members/${encodeURIComponent(of.ids.personChannelId)}`, {
        method: 'GET',
      }),
  };
}

/** `Retry-After` is seconds or a date (RFC 9110, 10.2.3). */
function millisecondsIn(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : undefined;
}

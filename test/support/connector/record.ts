/** What the connector saw: every request, when it came, what became of it, and how full each window was. */
import { busiest, CONVERSATION_LIMITS, type Operation, TENANT_LIMITS } from './limits.ts';

export interface SeenRequest {
  /** Milliseconds of the connector's clock. */
  at: number;
  operation: Operation;
  tenantId: string;
  conversationId: string;
  /** A message that nobody typed for; otherwise a reply, a change or a look at the roster. */
  isOwed: boolean;
  /** Absent when there was no answer. */
  status?: number;
  /** The message reached its conversation, whatever was answered. */
  delivered: boolean;
}

/** A stretch of time in which more came than Teams allows. */
export interface Excess {
  /** A tenant, or a conversation. */
  where: string;
  seconds: number;
  requests: number;
  allowed: number;
}

export interface Summary {
  requests: number;
  /** What was not owed: replies in chat, and the like. */
  replies: number;
  byStatus: Record<string, number>;
  /** How often each conversation got a message that nobody typed for. */
  deliveries: Record<string, number>;
  /** Milliseconds between the first and the last of them. */
  sendingMs: number;
  /** The most requests of a tenant in any second. */
  busiestSecond: number;
  excesses: Excess[];
}

export function summarise(seen: readonly SeenRequest[]): Summary {
  const sends = seen.filter(({ isOwed }) => isOwed);
  const tenants = [...byKey(seen, ({ tenantId }) => tenantId)];
  const conversations = [...byKey(seen, (each) => `${each.operation} ${each.conversationId}`)];
  const count = (values: readonly string[]) =>
    Object.fromEntries([...byKey(values, (each) => each)].map(([key, each]) => [key, each.length]));
  return {
    requests: seen.length,
    replies: seen.length - sends.length,
    byStatus: count(seen.map(({ status }) => String(status ?? 'none'))),
    deliveries: count(sends.filter(({ delivered }) => delivered).map(({ conversationId }) => conversationId)),
    sendingMs: (sends.at(-1)?.at ?? 0) - (sends[0]?.at ?? 0),
    busiestSecond: Math.max(0, ...tenants.map(([, requests]) => busiest(momentsOf(requests), 1))),
    excesses: [
      ...tenants.flatMap(([tenant, requests]) => excesses(tenant, requests, TENANT_LIMITS)),
      ...conversations.flatMap(([conversation, requests]) =>
        excesses(conversation, requests, CONVERSATION_LIMITS[requests[0]?.operation ?? 'send']),
      ),
    ],
  };
}

function excesses(
  where: string,
  requests: readonly SeenRequest[],
  limits: readonly { requests: number; seconds: number }[],
): Excess[] {
  return limits.flatMap(({ requests: allowed, seconds }) => {
    const most = busiest(momentsOf(requests), seconds);
    return most > allowed ? [{ where, seconds, requests: most, allowed }] : [];
  });
}

const momentsOf = (requests: readonly SeenRequest[]) => requests.map(({ at }) => at);

function byKey<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

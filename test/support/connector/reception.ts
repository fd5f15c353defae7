/** Takes each call or fails it, and keeps a record: faults as told, then Teams' limits, then faults by chance. */
import type { Activity } from 'botbuilder';
import type { Request, Response } from 'restify';
import { createFaults, errorBody, type Failure, type FaultPlan, isDelivered } from './faults.ts';
import { CONVERSATION_LIMITS, type Count, createCount, type Operation, TENANT_LIMITS } from './limits.ts';
import type { SeenRequest } from './record.ts';

export interface ReceptionOptions {
  /** Answers 429 to what goes over Teams' limits. Tests that chat faster than people do without. */
  limits?: 'enforced' | 'not enforced';
  /** Owed messages fail by chance. */
  faults?: FaultPlan;
  /** How long each answer takes, in milliseconds. */
  answersAfter?: number;
  /** Moments in milliseconds. */
  clock?: () => number;
}

interface Call {
  /** How it stands in `calls`. */
  name: string;
  operation: Operation;
  /** What the call does when it is taken. @returns the answer. */
  act: () => { status: number; body: unknown };
}

export interface Reception {
  /** Every call, taken or not, as `POST conversation` or `GET member`. */
  calls: string[];
  /** Every call with its moment and its end. */
  seen: SeenRequest[];
  /** A call begins to arrive: that is when Teams counts. */
  arrives(request: Request): void;
  take(request: Request, response: Response, call: Call): Promise<void>;
  /** The next `times` calls fail; all of them when it is left out. `undefined` mends it. */
  failWith(failure: Failure | undefined, times?: number): void;
}

export function createReception(options: ReceptionOptions): Reception {
  const { limits = 'not enforced', answersAfter = 0, clock = () => performance.now() } = options;
  const arrivals = new WeakMap<object, number>();
  const calls: string[] = [];
  const seen: SeenRequest[] = [];
  const tenants = new Map<string, string>();
  const counts = new Map<string, Count>();
  const chance = options.faults && createFaults(options.faults);
  let told: Failure | undefined;
  let failures = 0;
  let throttled = 0;

  function asTold(): Failure | undefined {
    if (failures <= 0) return undefined;
    failures--;
    return told;
  }

  /** Every other answer says when to come back. */
  function overLimit({ at, operation, tenantId, conversationId }: SeenRequest): Failure | undefined {
    if (limits === 'not enforced') return undefined;
    const concerned = [
      countOf(`tenant ${tenantId}`, TENANT_LIMITS),
      countOf(`${operation} ${conversationId}`, CONVERSATION_LIMITS[operation]),
    ];
    const wait = Math.max(...concerned.map((count) => count.wait(at)));
    if (wait > 0) {
      const retryAfter = String(Math.ceil(wait / 1000));
      return { status: 429, ...(throttled++ % 2 === 0 && { retryAfter }) };
    }
    for (const count of concerned) count.add(at);
    return undefined;
  }

  function countOf(key: string, limitsOf: Parameters<typeof createCount>[0]): Count {
    const count = counts.get(key) ?? createCount(limitsOf);
    counts.set(key, count);
    return count;
  }

  function note(request: Request, operation: Operation): SeenRequest {
    const { conversationId = '', activityId } = request.params as Record<string, string>;
    const { conversation } = (request.body ?? {}) as Partial<Activity>;
    if (conversation?.tenantId) tenants.set(conversationId, conversation.tenantId);
    const record: SeenRequest = {
      at: arrivals.get(request) ?? clock(),
      operation,
      tenantId: tenants.get(conversationId) ?? '',
      conversationId,
      isOwed: operation === 'send' && activityId === undefined,
      delivered: false,
    };
    seen.push(record);
    return record;
  }

  return {
    calls,
    seen,
    arrives: (request) => void arrivals.set(request, clock()),
    async take(request, response, { name, operation, act }) {
      calls.push(name);
      const record = note(request, operation);
      const byChance = () => (record.isOwed ? chance?.(record.conversationId) : undefined);
      const failure = asTold() ?? overLimit(record) ?? byChance();
      record.delivered = failure === undefined || isDelivered(failure);
      const answer = record.delivered ? act() : undefined;
      if (answersAfter > 0) await new Promise((done) => setTimeout(done, answersAfter));
      if (failure === 'silent') return;
      if (typeof failure === 'string') {
        response.socket?.destroy();
        return;
      }
      record.status = failure?.status ?? answer?.status ?? 500;
      if (failure?.retryAfter) response.header('Retry-After', failure.retryAfter);
      response.send(record.status, failure ? errorBody(failure) : answer?.body);
    },
    failWith(failure, times = Number.POSITIVE_INFINITY) {
      told = failure;
      failures = failure === undefined ? 0 : times;
    },
  };
}

/**
 * What Teams answers when it does not take a call. Codes and statuses: "Status codes from bot conversational APIs"
 * (learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability, read in November 2026).
 */

/**
 * What Teams does instead of taking the call. `broken` ends the connection without an answer, `broken-after` does so
 * when the message has been delivered, `silent` never answers. `delivered` is for a 5xx of a message that did arrive.
 */
export type Failure =
  | 'broken'
  | 'broken-after'
  | 'silent'
  | { status: number; retryAfter?: string; code?: string; delivered?: boolean };

const CODES: Readonly<Record<number, string>> = {
  400: 'Bad Argument',
  401: 'BotNotRegistered',
  403: 'NotEnoughPermissions',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
};

/** 403 in its variants; `MessageWritesBlocked` is from "Audit removal of your bot" on the same page. */
export const REFUSALS = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
] as const;

export function errorBody({ status, code }: Exclude<Failure, string>) {
  return { error: { code: code ?? CODES[status] ?? 'ServiceError', message: 'As told.' } };
}

export function isDelivered(failure: Failure): boolean {
  return failure === 'broken-after' || (typeof failure === 'object' && failure.delivered === true);
}

/** Shares of all sends, from 0 to 1. */
export interface FaultPlan {
  seed: number;
  /** 429; every other one without `Retry-After`. */
  throttled?: number;
  /** 502; every other one has been delivered. */
  serverError?: number;
  /** 403 in its variants: of conversations, since somebody who has blocked the assistant stays so. */
  refused?: number;
  /** A broken connection; every other one has been delivered. */
  broken?: number;
}

/** @returns what happens to the next send into a conversation; undefined when it is taken. */
export function createFaults(plan: FaultPlan): (conversationId: string) => Failure | undefined {
  const { seed, throttled = 0, serverError = 0, refused = 0, broken = 0 } = plan;
  const random = seededRandom(seed);
  const every = { other: 0 };
  const isOdd = () => every.other++ % 2 === 1;
  return (conversationId) => {
    const fate = seededRandom(seed + hash(conversationId))();
    if (fate < refused) {
      return { status: 403, code: REFUSALS[Math.floor((fate / refused) * REFUSALS.length)] ?? REFUSALS[0] };
    }
    const chance = random();
    if (chance < throttled) return { status: 429, ...(isOdd() && { retryAfter: '1' }) };
    if (chance < throttled + serverError) return { status: 502, delivered: isOdd() };
    if (chance < throttled + serverError + broken) return isOdd() ? 'broken-after' : 'broken';
    return undefined;
  };
}

/** The same numbers for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hash(text: string): number {
  let value = 0;
  for (const letter of text) value = (Math.imul(value, 31) + letter.charCodeAt(0)) | 0;
  return value;
}

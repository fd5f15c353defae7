/** One attempt: sends the message, and writes down what came of it before anything else. */
import { closeConversation } from './close-conversation.ts';
import type { Database } from './database.ts';
import { settle } from './ledger.ts';
import { nextStep, pauseMs } from './next-step.ts';
import type { ClaimedMessage, OwedState } from './owed-message.ts';
import type { Addressed, Sender, SendResult } from './sender.ts';
import type { TenantPace } from './tenant-pace.ts';
import type { ThrottleWatch } from './throttle-watch.ts';

export const NOT_ADDED = 'They have not added the assistant in Teams.';
export const NO_TARGET = 'The message that it belongs to did not arrive.';
/** A database that is away comes back: an answer of Teams that is not written down would mean a second message. */
const RECORD_WITHIN_MS = 60_000;
const RECORD_AGAIN_MS = 250;

export interface Attempt {
  database: Database;
  sender: Sender;
  clock: () => Date;
  wait: (ms: number) => Promise<void>;
  random: () => number;
  pace: TenantPace;
  watch: ThrottleWatch;
}

/** @returns where the message stands now; nothing when somebody else had settled it. */
export async function deliverOne(attempt: Attempt, message: ClaimedMessage): Promise<OwedState | undefined> {
  const { clock, random, database } = attempt;
  const result = await answerTo(attempt, message);
  if (result.kind === 'throttled') await considerPause(attempt, message, result);
  else if (result.kind === 'delivered') attempt.watch.saw(false);
  const settlement = nextStep(result, message, clock(), random);
  return recorded(attempt, async () => {
    if (result.kind === 'refused' && result.closes && message.chat) {
      await closeConversation(database, message.chat.conversationId, result.reason, clock());
    }
    return settle(database, message, settlement, clock());
  });
}

async function answerTo({ sender, pace }: Attempt, message: ClaimedMessage): Promise<SendResult> {
  const { chat, closedReason } = message;
  if (!chat) return { kind: 'refused', status: 404, reason: NOT_ADDED };
  if (closedReason !== null) return { kind: 'refused', status: 403, reason: closedReason };
  if (message.target?.activityId === null) return { kind: 'refused', status: 404, reason: NO_TARGET };
  const started = pace.start();
  const answer = sender.send(message as Addressed);
  // By then the request is on its way.
  setImmediate(started.left);
  return answer
    .catch(
      (fault): SendResult => ({
        kind: 'unsure',
        reason: fault instanceof Error ? fault.name : 'unknown fault',
      }),
    )
    .finally(started.answered);
}

/** 412 is about one conversation ("multiple concurrent operations"): it says nothing of the tenant. */
async function considerPause(
  { watch, pace, clock, random }: Attempt,
  { attempt }: ClaimedMessage,
  result: SendResult & { kind: 'throttled' },
): Promise<void> {
  if (result.status === 412 || !watch.saw(true)) return;
  const until = new Date(clock().getTime() + pauseMs(result, attempt, random));
  // This replica pauses in any case; the others see 429 themselves if they cannot be told.
  await pace.pause(until).catch(() => undefined);
}

async function recorded<T>({ clock, wait }: Attempt, write: () => Promise<T>): Promise<T> {
  const giveUpAt = clock().getTime() + RECORD_WITHIN_MS;
  for (;;) {
    try {
      return await write();
    } catch (fault) {
      if (clock().getTime() >= giveUpAt) throw fault;
      await wait(RECORD_AGAIN_MS);
    }
  }
}

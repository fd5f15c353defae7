/** Sends what is due: claims, waits its turn, sends, and writes down what came of it before anything else. */
import type { Database } from './database.ts';
import { claimDue, release, settle } from './ledger.ts';
import { nextStep, pauseMs } from './next-step.ts';
import type { ClaimedMessage } from './owed-message.ts';
import { type RateLimiter, rateLimiter } from './rate-limiter.ts';
import type { Sender, SendResult } from './sender.ts';

/** A claim that ends sooner than this is not worth starting: the answer might come after it has run out. */
const CLAIM_MARGIN_MS = 30_000;
/** Sends under way at once, in seconds of the permitted rate: more than Teams' usual answering time. */
const SECONDS_UNDER_WAY = 3;

export interface Delivery {
  database: Database;
  sender: Sender;
  clock: () => Date;
  /** Sends a second, 50 at most in one tenant. */
  perSecond: number;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** From 0 to below 1, for the jitter. */
  random?: () => number;
  /** Aborted when the service stops: what is under way ends, nothing more is started. */
  stop?: AbortSignal;
}

/** How many attempts ended in each way. */
export interface DeliveryCounts {
  sent: number;
  retrying: number;
  ambiguous: number;
  failed: number;
}

/**
 * Delivers until nothing is due.
 * @throws what the database throws; such rows stay claimed, and become ambiguous when the claim runs out.
 */
export async function deliverDue(delivery: Delivery): Promise<DeliveryCounts> {
  const { database, clock, perSecond, wait, stop, random = Math.random } = delivery;
  const counts: DeliveryCounts = { sent: 0, retrying: 0, ambiguous: 0, failed: 0 };
  const limiter = rateLimiter({ perSecond, clock, wait });
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  const start = (message: ClaimedMessage) => {
    const one = deliverOne({ ...delivery, random }, limiter, message, counts)
      .catch((fault) => void faults.push(fault))
      .finally(() => underWay.delete(one));
    underWay.add(one);
  };

  while (!stop?.aborted && faults.length === 0) {
    const pausedUntil = limiter.pausedUntil();
    if (pausedUntil) await wait(pausedUntil.getTime() - clock().getTime());
    const claimed = await claimDue(database, clock(), Math.max(1, perSecond));
    if (claimed.length === 0) {
      if (underWay.size === 0) break;
      // What is under way may yet bring a pause, and with it messages to send after it.
      await Promise.all(underWay);
      if (limiter.pausedUntil() === undefined) break;
      continue;
    }
    const untried: ClaimedMessage[] = [];
    for (const message of claimed) {
      if (underWay.size >= perSecond * SECONDS_UNDER_WAY) await Promise.race(underWay);
      if (!stop?.aborted && !limiter.pausedUntil()) await limiter.turn();
      const tooLate = clock().getTime() > message.claimedUntil.getTime() - CLAIM_MARGIN_MS;
      if (stop?.aborted || tooLate || limiter.pausedUntil() || faults.length > 0) untried.push(message);
      else start(message);
    }
    if (untried.length > 0) await release(database, untried, limiter.pausedUntil() ?? clock(), clock());
  }
  await Promise.all(underWay);
  if (faults.length > 0) throw faults[0];
  return counts;
}

async function deliverOne(
  { database, sender, clock, random }: Delivery & { random: () => number },
  limiter: RateLimiter,
  message: ClaimedMessage,
  counts: DeliveryCounts,
): Promise<void> {
  const result = await sender.send(message).catch(
    (fault): SendResult => ({
      kind: 'unsure',
      reason: fault instanceof Error ? fault.name : 'unknown fault',
    }),
  );
  const now = clock();
  if (result.kind === 'throttled') {
    limiter.pauseUntil(new Date(now.getTime() + pauseMs(result, message.attempt, random)));
  }
  const settlement = nextStep(result, message, now, random);
  if ((await settle(database, message, settlement, now)) && settlement.state !== 'cancelled') {
    counts[settlement.state] += 1;
  }
}

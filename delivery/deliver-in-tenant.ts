/** Sends what is due in one tenant: takes a few messages, gives each its turn, and takes the next few. */
import { CLAIM_LASTS_MS, claimDue, release } from './claim.ts';
import type { Delivery, DeliveryCounts } from './deliver.ts';
import { deliverOne } from './deliver-one.ts';
import type { ClaimedMessage } from './owed-message.ts';
import { createTenantPace } from './tenant-pace.ts';
import { createThrottleWatch } from './throttle-watch.ts';
import { createTurns, lanesDue } from './turns.ts';

/** Claimed at once, in seconds of the share: so much may be left in doubt by a crash, or come after a cancellation. */
const SECONDS_CLAIMED = 0.2;
/** Sends under way at once, in seconds of the share: more than Teams' usual answering time. */
const SECONDS_UNDER_WAY = 4;
/** A claim with less left than this is given back: Teams' answer might come after it has run out. */
const CLAIM_MARGIN_MS = CLAIM_LASTS_MS - 4000;
const LOOK_EVERY_MS = 1000;
/** A second message for the same person comes so soon that it is waited for. */
const WAITS_FOR_MS = 1000;
/** Another replica has just taken what was due. */
const MISSED_MS = 20;

/**
 * Delivers until nothing is due there.
 * @throws what the database throws; such rows stay claimed, and become ambiguous when the claim runs out.
 */
export async function deliverInTenant(delivery: Delivery, tenantId: string): Promise<DeliveryCounts> {
  const { database, clock, wait, stop, random = Math.random, limits } = delivery;
  const counts: DeliveryCounts = { sent: 0, retrying: 0, ambiguous: 0, failed: 0 };
  const pace = createTenantPace({ ...delivery, tenantId });
  const attempt = {
    database,
    sender: delivery.sender,
    clock,
    wait,
    random,
    pace,
    watch: createThrottleWatch(),
  };
  const turns = createTurns();
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  let lookAt = 0;
  /** When what was put off so far has come due. */
  let putOffTo = 0;

  const start = (message: ClaimedMessage) => {
    const one = deliverOne(attempt, message)
      .then((state) => {
        if (state && state in counts) counts[state as keyof DeliveryCounts] += 1;
      })
      .catch((fault) => void faults.push(fault))
      .finally(() => underWay.delete(one));
    underWay.add(one);
  };
  const isOver = () => stop?.aborted || faults.length > 0;
  const isTooLate = (message: ClaimedMessage) =>
    clock().getTime() > message.claimedUntil.getTime() - CLAIM_MARGIN_MS;

  async function take(share: number): Promise<'took' | 'missed' | 'nothing'> {
    if (clock().getTime() >= lookAt) {
      turns.see(await lanesDue(database, tenantId, clock()));
      lookAt = clock().getTime() + LOOK_EVERY_MS;
    }
    const wanted = turns.next(Math.max(1, Math.floor(share * SECONDS_CLAIMED)));
    if (wanted.length === 0) return 'nothing';
    const question = { tenantId, now: clock(), turns: wanted, limits };
    const { messages: claimed, nextAt } = await claimDue(database, question);
    if (nextAt) putOffTo = Math.max(putOffTo, nextAt.getTime());
    // A lane that had less than its turns is seen again before the next ones.
    if (claimed.length < wanted.reduce((sum, turn) => sum + turn.wanted, 0)) lookAt = 0;
    const untried: ClaimedMessage[] = [];
    for (const message of claimed) {
      const needsNoTurn = message.chat === null || message.closedReason !== null;
      const mayStart = needsNoTurn || (!isOver() && (await pace.turn()));
      if (mayStart && !isOver() && !isTooLate(message)) start(message);
      else untried.push(message);
    }
    if (untried.length > 0) await release(database, untried, pace.pausedUntil() ?? clock(), clock());
    return claimed.length > 0 || nextAt ? 'took' : 'missed';
  }

  try {
    while (!isOver()) {
      const share = await pace.keep();
      if (share === 0) await pace.waitForShare();
      else if (underWay.size >= share * SECONDS_UNDER_WAY) await Promise.race(underWay);
      else {
        const taken = await take(share);
        if (taken === 'missed') await wait(MISSED_MS);
        if (taken !== 'nothing') continue;
        const soon = putOffTo - clock().getTime();
        const isNext = soon > 0 && soon <= WAITS_FOR_MS;
        if (underWay.size === 0 && !isNext) break;
        if (isNext) await wait(soon);
        // What is under way may yet bring a pause, and with it messages to send after it.
        await Promise.all(underWay);
        lookAt = 0;
      }
    }
  } catch (fault) {
    faults.push(fault);
  }
  await Promise.all(underWay);
  await pace.giveUp().catch((fault) => void faults.push(fault));
  if (faults.length > 0) throw faults[0];
  return counts;
}

/**
 * Looks once a second at what is due, and delivers in every tenant where something is. Each replica has one: they share
 * the work by claims and the rate by leases, so it does not matter who looks. What breaks, such as a database that is
 * started again, is tried again at the next look.
 */
import type { Logger } from 'pino';
import { type Delivery, findDue } from '../delivery/deliver.ts';
import { deliverInTenant } from '../delivery/deliver-in-tenant.ts';
import { faultOf } from './fault.ts';
import { forgetOldRequests } from './teams/request-meter.ts';

const LOOK_EVERY_MS = 1000;
const FORGET_EVERY_LOOKS = 600;

export interface DeliveryLoop {
  /** Something is owed now. */
  wake(): void;
  /** For how many milliseconds nothing was looked at. A database that does not answer makes it grow. */
  idleMs(): number;
  /** Resolves when the loop has ended, after `delivery.stop` was aborted. */
  ended: Promise<void>;
}

export interface DeliveryLoopParts {
  delivery: Delivery & { stop: AbortSignal };
  /** Tells people how far their sends are, and what came of those that are through. */
  tellAskers: () => Promise<unknown>;
  log: Logger;
}

export function startDeliveryLoop({ delivery, tellAskers, log }: DeliveryLoopParts): DeliveryLoop {
  const { database, clock, stop } = delivery;
  const running = new Map<string, Promise<void>>();
  let wake = () => {};
  let isBroken = false;
  let looked = performance.now();

  function deliverTo(tenantId: string): void {
    const delivering = deliverInTenant(delivery, tenantId)
      .then(() => undefined, tell)
      .finally(() => running.delete(tenantId));
    running.set(tenantId, delivering);
  }

  function tell(fault: unknown): void {
    if (!isBroken) log.error({ fault: faultOf(fault) }, 'delivery interrupted');
    isBroken = true;
  }

  async function look(nth: number): Promise<void> {
    for (const tenantId of await findDue(database, clock())) {
      if (!running.has(tenantId)) deliverTo(tenantId);
    }
    await tellAskers();
    if (nth % FORGET_EVERY_LOOKS === 0) await forgetOldRequests(database, clock());
    if (isBroken) log.info('delivery goes on');
    isBroken = false;
    looked = performance.now();
  }

  async function untilWoken(): Promise<void> {
    await new Promise<void>((done) => {
      const timer = setTimeout(done, LOOK_EVERY_MS);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  async function loop(): Promise<void> {
    stop.addEventListener('abort', () => wake());
    for (let nth = 1; !stop.aborted; nth++) {
      await look(nth).catch(tell);
      if (!stop.aborted) await untilWoken();
    }
    await Promise.all(running.values());
  }

  return { wake: () => wake(), idleMs: () => performance.now() - looked, ended: loop() };
}

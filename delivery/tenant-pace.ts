/** When this replica may send in one tenant: its share of the rate, evenly spaced, and no turn while there is a pause. */
import type { Database } from './database.ts';
import { createPace, type Started } from './pace.ts';
import { LEASE_IS_USED_MS } from './rate-share.ts';
import { giveUpRate, pauseTenant, REQUESTS_PER_SECOND, renewRate } from './tenant-rate.ts';

const RENEW_EVERY_MS = 1000;
/** While another replica has the whole rate, until it has seen this one. */
const ASK_AGAIN_MS = 200;
/** At nine tenths of what Teams permits, a request may be a tenth of a second late. */
const LEAVES_ROOM = 0.9;
const LATEST_MS = 100;
/** So that a stop or the end of a pause is noticed. */
const LONGEST_WAIT_MS = 1000;

export interface TenantPaceParts {
  database: Database;
  tenantId: string;
  /** Tells this replica from the others. */
  replica: string;
  perSecond: number;
  clock: () => Date;
  wait: (ms: number) => Promise<void>;
}

export interface TenantPace {
  /** Renews the share when it is time. @returns sends a second that this replica may make now; 0 while it has to wait. */
  keep(): Promise<number>;
  /** Waits a little for what `keep` said. */
  waitForShare(): Promise<void>;
  /** Waits for the moment of the next request. @returns false when there is none soon: a pause, or no share. */
  turn(): Promise<boolean>;
  /** A request starts now. */
  start(): Started;
  pausedUntil(): Date | undefined;
  /** Nobody sends in this tenant until then. */
  pause(until: Date): Promise<void>;
  /** The others may have the share. */
  giveUp(): Promise<void>;
}

export function createTenantPace(parts: TenantPaceParts): TenantPace {
  const { database, tenantId, replica, perSecond, clock, wait } = parts;
  const now = () => clock().getTime();
  const pace = createPace(now, perSecond > REQUESTS_PER_SECOND * LEAVES_ROOM ? LATEST_MS : 0);
  let share = 0;
  let renewAt = 0;
  let useUntil = 0;
  let pauseEnd = 0;

  const pausedUntil = () => (pauseEnd > now() ? new Date(pauseEnd) : undefined);
  const current = () => (pausedUntil() || now() >= useUntil ? 0 : share);

  return {
    async keep() {
      if (now() >= renewAt) {
        const asked = now();
        const rate = await renewRate(database, { tenantId, replica, now: clock(), perSecond });
        share = rate.share;
        pace.allow(share);
        pauseEnd = Math.max(pauseEnd, rate.pausedUntil?.getTime() ?? 0);
        renewAt = asked + (share > 0 ? RENEW_EVERY_MS : ASK_AGAIN_MS);
        useUntil = asked + LEASE_IS_USED_MS;
      }
      return current();
    },
    async waitForShare() {
      const until = pausedUntil()?.getTime() ?? renewAt;
      await wait(Math.min(LONGEST_WAIT_MS, Math.max(1, until - now())));
    },
    async turn() {
      while (current() > 0) {
        const ms = pace.untilNext();
        if (ms === 0) return true;
        await wait(Math.ceil(Math.min(ms, LONGEST_WAIT_MS)));
      }
      return false;
    },
    start: () => pace.start(),
    pausedUntil,
    async pause(until) {
      pauseEnd = Math.max(pauseEnd, until.getTime());
      renewAt = 0;
      await pauseTenant(database, tenantId, until, clock());
    },
    giveUp: () => giveUpRate(database, { tenantId, replica, now: clock() }),
  };
}

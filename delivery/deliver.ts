/** Sends what is due: finds the tenants in which something is, and delivers in all of them at the same time. */
import { cancelLate, cancelWithoutAccess } from './cancel-owed.ts';
import { recoverLostClaims } from './claim.ts';
import type { ConversationLimit } from './conversation-limits.ts';
import type { Database } from './database.ts';
import { deliverInTenant } from './deliver-in-tenant.ts';
import { cancelOvertaken } from './reminders.ts';
import type { Sender } from './sender.ts';
import { tenantsDue } from './turns.ts';

export interface Delivery {
  database: Database;
  sender: Sender;
  clock: () => Date;
  /** Tells this process from the others that deliver. */
  replica: string;
  /** Sends a second in one tenant, for all replicas together: 50 at most. */
  perSecond: number;
  /** How often one conversation may be written to. */
  limits: readonly ConversationLimit[];
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

/** Puts in order what a crash or a long stop left, and finds the tenants in which something is due. */
export async function findDue(database: Database, now: Date): Promise<string[]> {
  await cancelOvertaken(database, now);
  await recoverLostClaims(database, now);
  await cancelLate(database, now);
  await cancelWithoutAccess(database, now);
  return tenantsDue(database, now);
}

/**
 * Delivers until nothing is due.
 * @throws what the database throws; such rows stay claimed, and become ambiguous when the claim runs out.
 */
export async function deliverDue(delivery: Delivery): Promise<DeliveryCounts> {
  const total: DeliveryCounts = { sent: 0, retrying: 0, ambiguous: 0, failed: 0 };
  while (!delivery.stop?.aborted) {
    const tenants = await findDue(delivery.database, delivery.clock());
    if (tenants.length === 0) break;
    for (const counts of await Promise.all(tenants.map((tenant) => deliverInTenant(delivery, tenant)))) {
      for (const key of Object.keys(total) as (keyof DeliveryCounts)[]) total[key] += counts[key];
    }
  }
  return total;
}

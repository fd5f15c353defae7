/**
 * How replicas share a tenant's rate. Each holds a lease: so many requests a second, until a moment. Nobody may use
 * what another may still be using, so that all of them together never go over the limit, in any second.
 */

/** Moments are milliseconds since 1970. */
export interface Lease {
  replica: string;
  /** Requests a second. */
  share: number;
  /** Renewed about once a second; one that runs out belonged to a replica that is gone. */
  until: number;
  /** What it had before it got less: its last second may still hold that many requests. */
  before: number;
  beforeUntil: number;
}

/** How long a renewed lease stands for the others. */
export const LEASE_LASTS_MS = 4000;
/** How long its holder uses it: the rest is for clocks that differ, and for the second that Teams still counts. */
export const LEASE_IS_USED_MS = 2500;
/** Teams counts requests in a second; the rest is for requests on their way. */
const DRAINS_MS = 1100;

export interface Renewal {
  leases: Lease[];
  /** Requests a second from now on. */
  share: number;
}

/**
 * Gives the replica its fair share, or as much of it as is free now; it gets the rest when the others have renewed.
 * @param total requests a second for all replicas together.
 */
export function renewLease(leases: readonly Lease[], replica: string, now: number, total: number): Renewal {
  const standing = leases.filter(({ until, beforeUntil }) => until > now || beforeUntil > now);
  const others = standing.filter((lease) => lease.replica !== replica);
  const own = standing.find((lease) => lease.replica === replica);
  const sharing = [replica, ...others.filter(({ until }) => until > now).map((lease) => lease.replica)];
  const taken = others.reduce((sum, lease) => sum + inUse(lease, now), 0);
  const share = Math.max(0, Math.min(fairShare(sharing, replica, total), total - taken));
  const renewed = { replica, share, until: now + LEASE_LASTS_MS, ...stillCounted(own, share, now) };
  return { leases: [...others, renewed], share };
}

/** What the last second may hold of a larger share. */
function stillCounted(own: Lease | undefined, share: number, now: number) {
  if (!own) return { before: 0, beforeUntil: 0 };
  const { before, beforeUntil } = own;
  return own.share > share
    ? { before: inUse(own, now), beforeUntil: now + DRAINS_MS }
    : { before, beforeUntil };
}

/** Leaves it to the others, as soon as the last second is over. */
export function giveUpLease(leases: readonly Lease[], replica: string, now: number): Lease[] {
  return leases.flatMap((lease) => {
    if (lease.replica !== replica) return [lease];
    const had = inUse(lease, now);
    return had > 0 ? [{ replica, share: 0, until: 0, before: had, beforeUntil: now + DRAINS_MS }] : [];
  });
}

/** What the others have to leave to this one. */
export function inUse({ share, until, before, beforeUntil }: Lease, now: number): number {
  return Math.max(until > now ? share : 0, beforeUntil > now ? before : 0);
}

/** Equal shares; what is left over goes to the first in the order of their names. */
function fairShare(replicas: readonly string[], replica: string, total: number): number {
  const place = replicas.toSorted().indexOf(replica);
  return Math.floor(total / replicas.length) + (place < total % replicas.length ? 1 : 0);
}

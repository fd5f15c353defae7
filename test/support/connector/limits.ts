/**
 * How often Teams lets a bot call, counted over every stretch of time of that length: the strictest reading of the table.
 * Source: "Per bot per thread limit" and the note above it in "Optimize your bot with rate limiting in Teams"
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, read in November 2026).
 */

export interface Limit {
  requests: number;
  seconds: number;
}

/** What the table tells apart. Changing or deleting a message is held to the same as sending one. */
export type Operation = 'send' | 'create' | 'members';

export const CONVERSATION_LIMITS: Readonly<Record<Operation, readonly Limit[]>> = {
  send: limits([7, 1], [8, 2], [60, 30], [1800, 3600]),
  create: limits([7, 1], [8, 2], [60, 30], [1800, 3600]),
  members: limits([14, 1], [16, 2], [120, 30], [3600, 3600]),
};

/** All requests of an app in a tenant, whatever they are. */
export const TENANT_LIMITS: readonly Limit[] = limits([50, 1]);

function limits(...rows: [requests: number, seconds: number][]): Limit[] {
  return rows.map(([requests, seconds]) => ({ requests, seconds }));
}

/** Counts the requests of one tenant, or of one kind in one conversation. Moments are milliseconds of any clock. */
export interface Count {
  /** @returns how long until one more would be within every limit, in milliseconds: 0 for now. */
  wait(now: number): number;
  add(now: number): void;
}

export function createCount(limits: readonly Limit[]): Count {
  const longest = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
  let moments: number[] = [];
  return {
    wait(now) {
      const waits = limits.map(({ requests, seconds }) => {
        // The request that has to be out of the window before another one fits in.
        const earliest = moments.at(-requests);
        return earliest === undefined ? 0 : earliest + seconds * 1000 - now;
      });
      return Math.max(0, ...waits);
    },
    add(now) {
      moments.push(now);
      if ((moments[0] ?? now) < now - 2 * longest) moments = moments.filter((at) => at > now - longest);
    },
  };
}

/** The most requests in any stretch of so many seconds. */
export function busiest(moments: readonly number[], seconds: number): number {
  let most = 0;
  let first = 0;
  for (const [last, moment] of moments.entries()) {
    while (moment - (moments[first] ?? moment) >= seconds * 1000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** Spaces sends evenly at the permitted rate, and holds them all while Teams asks for a pause. */

export interface RateLimiter {
  /** Resolves when the next send may start, unless a pause has begun: ask `pausedUntil` after it. */
  turn(): Promise<void>;
  /** No new turn comes before this moment. */
  pauseUntil(moment: Date): void;
  /** The end of the pause, if there is one now. */
  pausedUntil(): Date | undefined;
}

export interface RateLimiterParts {
  /** Sends a second. */
  perSecond: number;
  clock: () => Date;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
}

export function rateLimiter({ perSecond, clock, wait }: RateLimiterParts): RateLimiter {
  const spacing = 1000 / perSecond;
  let nextSlot = 0;
  let pauseEnd = 0;
  const now = () => clock().getTime();
  return {
    async turn() {
      const slot = Math.max(nextSlot, now());
      nextSlot = slot + spacing;
      if (slot > now()) await wait(Math.ceil(slot - now()));
    },
    pauseUntil(moment) {
      pauseEnd = Math.max(pauseEnd, moment.getTime());
      nextSlot = Math.max(nextSlot, pauseEnd);
    },
    pausedUntil: () => (pauseEnd > now() ? new Date(pauseEnd) : undefined),
  };
}

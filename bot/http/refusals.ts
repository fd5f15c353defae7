/** Keeps a stranger from filling the log: refusals that come too often in a minute are counted, and told once. */
import type { Logger } from 'pino';

/** More than a wrong setting of ours makes, and little enough to read. */
const LINES_A_MINUTE = 100;
const A_MINUTE_MS = 60_000;

export interface Refusals {
  /** Counts one. @returns whether it has a line of its own. */
  isTold(): boolean;
}

export function countRefusals(log: Logger, clock: () => Date): Refusals {
  let minute = 0;
  let refused = 0;
  return {
    isTold() {
      const now = Math.floor(clock().getTime() / A_MINUTE_MS);
      if (now !== minute) {
        const untold = refused - LINES_A_MINUTE;
        if (untold > 0) log.warn({ untold }, 'more were refused');
        minute = now;
        refused = 0;
      }
      refused += 1;
      return refused <= LINES_A_MINUTE;
    },
  };
}

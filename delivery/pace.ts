/** Spaces this replica's requests: never more than its share in any second, evenly, and no burst longer than a delay. */

export interface Pace {
  /** So many requests a second from now on; 0 for none. */
  allow(perSecond: number): void;
  /** How long until the next request may start, in milliseconds; Infinity while none may. */
  untilNext(): number;
  /** A request starts now. */
  start(): Started;
}

export interface Started {
  /** It has left this process. */
  left(): void;
  /** It was answered. */
  answered(): void;
}

/** Teams' second, and a little. */
const WINDOW_MS = 1005;
/** Between requests that make up for a delay. */
const LEAST_GAP_MS = 4;
/** A longer delay is not made up for: there was nothing to send. */
const LONGEST_DELAY_MS = 500;
/** The quickest of so many answers tells how long one takes when nothing is in the way. */
const ANSWERS = 32;

/**
 * @param clock moments in milliseconds.
 * @param latestMs a request whose answer takes longer than usual may have reached Teams later than usual: it is counted
 * as late as that, by so much at most. It keeps to the limit on a busy machine, and costs some of the rate when Teams
 * takes its time; 0 where the rate leaves room anyway.
 */
export function createPace(clock: () => number, latestMs: number): Pace {
  let allowed = 0;
  /** When the next request would start if nothing had ever been late. */
  let due = 0;
  /** The requests of the last second, by the latest moment at which Teams can have counted them. */
  let counted: { at: number }[] = [];
  let answerTimes: number[] = [];

  function late(answerTime: number): number {
    answerTimes = [...answerTimes.slice(1 - ANSWERS), answerTime];
    return Math.min(latestMs, answerTime - Math.min(...answerTimes));
  }

  return {
    allow(perSecond) {
      allowed = perSecond;
    },
    untilNext() {
      if (allowed < 1) return Number.POSITIVE_INFINITY;
      const moments = counted.map(({ at }) => at).toSorted((one, other) => one - other);
      const byWindow = (moments.at(-allowed) ?? Number.NEGATIVE_INFINITY) + WINDOW_MS;
      const byGap = (moments.at(-1) ?? Number.NEGATIVE_INFINITY) + LEAST_GAP_MS;
      return Math.max(0, Math.max(byWindow, byGap, due) - clock());
    },
    start() {
      const started = clock();
      const request = { at: started };
      counted = counted.filter(({ at }) => at > started - WINDOW_MS);
      counted.push(request);
      due = (due < started - LONGEST_DELAY_MS ? started : due) + WINDOW_MS / allowed;
      return {
        left() {
          request.at = Math.max(request.at, clock());
        },
        answered() {
          request.at = Math.max(request.at, started + late(clock() - started));
        },
      };
    },
  };
}

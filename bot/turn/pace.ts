/** A flood from one person is slowed, so that others do not wait for it. Kept in memory: each replica keeps its own count. */

/** More people than write at once anywhere; the one who was quiet longest is forgotten first. */
const REMEMBERED = 50_000;
const A_MINUTE_MS = 60_000;

export interface Pace {
  /** Counts a message. `told` says that the person was already asked to wait. */
  take(person: string, now: Date): 'go' | 'ask-to-wait' | 'told';
}

interface Count {
  /** Messages that may come at once. */
  left: number;
  at: number;
  told: boolean;
}

/**
 * A token bucket a person: a minute's worth at once, and one more each minute's part.
 * @param perMinute infinite for no limit.
 */
export function createPace(perMinute: number): Pace {
  const counts = new Map<string, Count>();
  if (perMinute === Number.POSITIVE_INFINITY) return { take: () => 'go' };
  return {
    take(person, now) {
      const at = now.getTime();
      const before = counts.get(person) ?? { left: perMinute, at, told: false };
      const gained = (Math.max(0, at - before.at) / A_MINUTE_MS) * perMinute;
      const left = Math.min(perMinute, before.left + gained);
      const goes = left >= 1;
      // Somebody who goes on writing is asked once, not at every message.
      const told = !goes || (before.told && left < perMinute / 4);
      counts.delete(person);
      counts.set(person, { left: goes ? left - 1 : left, at, told });
      if (counts.size > REMEMBERED) counts.delete(counts.keys().next().value ?? '');
      if (goes) return 'go';
      return before.told ? 'told' : 'ask-to-wait';
    },
  };
}

/** Time that runs five times as fast in every process of a test: what takes twenty seconds takes four. */
import { setTimeout as sleep } from 'node:timers/promises';

const SPEED = 5;

/** @param began when the test began, in milliseconds: all of its processes are told the same. */
export function quickTime(began: number) {
  return {
    clock: () => new Date(began + (Date.now() - began) * SPEED),
    wait: async (ms: number) => void (await sleep(ms / SPEED)),
  };
}

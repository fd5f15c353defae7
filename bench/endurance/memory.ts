/** How much memory a process holds, looked at again and again. */
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const EVERY_MS = 1000;

/** @returns its resident memory in megabytes, once a second. */
export async function watchMemory(stop: AbortSignal, pid: number): Promise<number[]> {
  const samples: number[] = [];
  while (!stop.aborted) {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
    samples.push(Number(stdout) / 1024);
    await sleep(EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  return samples;
}

/** The first, the second and the last third of a run. */
export function thirds<T>(samples: readonly T[]): [T[], T[], T[]] {
  const third = Math.floor(samples.length / 3);
  return [samples.slice(0, third), samples.slice(third, 2 * third), samples.slice(2 * third)];
}

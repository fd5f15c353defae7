/** How much of a bare bot's pace the assistant keeps with its embedded database. */
import type { Benchmark } from '../benchmark.ts';
import { compareTurns } from '../turn/compare-turns.ts';

const target = { atLeast: 0.35 };

export const benchmark: Benchmark = {
  name: 'turn-pglite',
  unit: 'turns/s',
  target,
  about: 'A policy question answered and state saved in the embedded database, over a bare echo bot',
  run: () => compareTurns(target),
};

/** How much of a bare bot's pace the assistant keeps with PostgreSQL. */
import type { Benchmark } from '../benchmark.ts';
import { createOwnDatabase } from '../own-database.ts';
import { compareTurns } from '../turn/compare-turns.ts';

const target = { atLeast: 0.5 };

export const benchmark: Benchmark = {
  name: 'turn-postgres',
  unit: 'turns/s',
  target,
  about: 'A policy question answered and state saved in PostgreSQL, over a bare echo bot',
  async run() {
    const database = await createOwnDatabase();
    if ('skipped' in database) return database;
    try {
      return await compareTurns(target, { DATABASE_URL: database.url });
    } finally {
      await database.drop();
    }
  },
};

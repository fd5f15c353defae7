/** An empty PostgreSQL database with the service's tables, for one measurement. */
import { type OpenDatabase, openDatabase } from '../../bot/database/open-database.ts';
import type { Skipped } from '../benchmark.ts';
import { createOwnDatabase } from '../own-database.ts';

export async function withDatabase<T>(
  work: (database: OpenDatabase, url: string) => Promise<T>,
): Promise<T | Skipped> {
  const own = await createOwnDatabase();
  if ('skipped' in own) return own;
  const database = await openDatabase({ databaseUrl: own.url, dataFolder: 'memory:' });
  try {
    return await work(database, own.url);
  } finally {
    await database.close();
    await own.drop();
  }
}

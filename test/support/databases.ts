/** Runs the same tests on both homes of the data: the embedded database, and PostgreSQL where there is one. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '../../bot/database/open-database.ts';

const DEFAULT_URL = 'postgresql://postgres@127.0.0.1:5432/postgres';

/**
 * Declares `tests` once for each home. `open` gives the run's own database with empty tables; on PostgreSQL it is
 * made before the tests and dropped after them. Without a PostgreSQL they are skipped, and the title says why.
 */
export function forEachDatabase(title: string, tests: (open: () => Promise<OpenDatabase>) => void): void {
  describe(`${title}, on the embedded database`, () => {
    let database: OpenDatabase;
    before(async () => {
      database = await openDatabase({ dataFolder: 'memory:' });
    });
    after(() => database.close());
    tests(() => emptied(database));
  });

  describe(`${title}, on PostgreSQL`, () => {
    let database: OpenDatabase | undefined;
    let drop: (() => Promise<void>) | undefined;
    before(async function () {
      const made = await makeDatabase();
      if ('reason' in made) {
        this.test?.parent?.eachTest((test) => {
          test.title += ` (skipped: ${made.reason})`;
        });
        this.skip();
      }
      drop = made.drop;
      database = await openDatabase({ databaseUrl: made.url, dataFolder: 'memory:' });
    });
    after(async () => {
      await database?.close();
      await drop?.();
    });
    tests(() => {
      if (!database) throw new Error('The database is open only while tests run.');
      return emptied(database);
    });
  });
}

async function emptied(database: OpenDatabase): Promise<OpenDatabase> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  await database.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`);
  return database;
}

export async function makeDatabase(): Promise<
  { url: string; drop: () => Promise<void> } | { reason: string }
> {
  const given = process.env.DATABASE_URL_FOR_TESTS;
  const administration = given || DEFAULT_URL;
  const name = `assistant_test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: administration, connectionTimeoutMillis: 3000 });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  try {
    await run(`create database ${name}`);
  } catch (error) {
    // A PostgreSQL that was asked for by name has to be there.
    if (given) throw error;
    return {
      reason: `no PostgreSQL at 127.0.0.1:5432, ${(error as NodeJS.ErrnoException).code ?? 'unusable'}`,
    };
  }
  const url = new URL(administration);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

/** The embedded database: PostgreSQL inside this process, in a folder that belongs to one process at a time. */
import { Mutex, PGlite, type Transaction } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { insertLines } from './copy-in.ts';
import { claimDataFolder } from './data-folder.ts';
import { copyEmptyDatabase } from './empty-database.ts';
import { migrate } from './migrate.ts';
import type { Database, OpenDatabase } from './open-database.ts';
import { openPostgres } from './postgres.ts';
import { createPreparedStatements } from './prepared-statements.ts';
import { sharedSession } from './shared-session.ts';

const DATE = 1082;
const BIGINT = 20;
const parsers = { [DATE]: (value: string) => value, [BIGINT]: Number };

/**
 * Opens the folder's database; when a running service holds it, speaks to that service's database instead.
 * @param folder a path, or `memory:`.
 * @throws AssistantError `DATA_FOLDER_IN_USE` when its holder does not answer.
 */
export async function openPglite(folder: string): Promise<OpenDatabase> {
  if (folder === 'memory:') return embedded(await PGlite.create({ parsers }), new Mutex());
  const claim = await claimDataFolder(folder);
  if (claim.held === 'by-another') return openPostgres(claim.socket, 'beside');
  await copyEmptyDatabase(claim.databaseFolder, { make: makeEmptyDatabase });
  const pglite = await PGlite.create({ dataDir: claim.databaseFolder, parsers }).catch(async (error) => {
    await claim.release();
    throw error;
  });
  const turns = new Mutex();
  const db = sharedSession(pglite, turns);
  const server = new PGLiteSocketServer({ db, maxConnections: 8, ...claim.listenAt });
  await server.start();
  claim.ready();
  const database = embedded(pglite, turns);
  return {
    ...database,
    async close() {
      await server.stop();
      await database.close();
      await claim.release();
    },
  };
}

async function makeEmptyDatabase(dataDir: string): Promise<void> {
  const database = embedded(await PGlite.create({ dataDir, parsers }), new Mutex());
  await migrate(database);
  await database.close();
}

/** @param turns taken for each statement and transaction, so that none lands inside somebody else's. */
function embedded(pglite: PGlite, turns: Mutex): OpenDatabase {
  const prepared = createPreparedStatements(pglite);
  const transaction: Database['transaction'] = (work) =>
    turns.runExclusive(() => pglite.transaction((held) => work({ query: queryOver(held), transaction })));
  const queryHeld = queryOver(pglite);
  const query: Database['query'] = (sql, parameters) => turns.runExclusive(() => queryHeld(sql, parameters));
  return {
    home: 'embedded',
    query,
    transaction,
    copyIn: insertLines(query),
    queryOften: (sql, parameters) => turns.runExclusive(() => prepared(sql, parameters)),
    run: (sql, parameters) =>
      turns.runExclusive(async () => {
        if (parameters?.length) return pglite.query(sql, [...parameters]);
        return (await pglite.exec(sql)).at(-1) ?? { rows: [] };
      }),
    close: () => pglite.close(),
  };
}

function queryOver(runner: PGlite | Transaction) {
  return async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
    const result = await runner.query<Row>(sql, parameters ? [...parameters] : undefined);
    return result.rows;
  };
}

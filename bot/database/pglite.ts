/** The embedded database: PostgreSQL inside this process, in a folder that belongs to one process at a time. */
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { claimDataFolder } from './data-folder.ts';
import type { Database, OpenDatabase } from './open-database.ts';
import { openPostgres } from './postgres.ts';

const DATE = 1082;
const BIGINT = 20;
const parsers = { [DATE]: (value: string) => value, [BIGINT]: Number };

/**
 * Opens the folder's database; when a running service holds it, speaks to that service's database instead.
 * @param folder a path, or `memory:`.
 * @throws AssistantError `DATA_FOLDER_IN_USE` when its holder does not answer.
 */
export async function openPglite(folder: string): Promise<OpenDatabase> {
  if (folder === 'memory:') return embedded(await PGlite.create({ parsers }));
  const claim = await claimDataFolder(folder);
  if (claim.held === 'by-another') return openPostgres(claim.socket, 'beside');
  const pglite = await PGlite.create({ dataDir: claim.databaseFolder, parsers }).catch(async (error) => {
    await claim.release();
    throw error;
  });
  const server = new PGLiteSocketServer({ db: pglite, maxConnections: 8, ...claim.listenAt });
  await server.start();
  claim.ready();
  const database = embedded(pglite);
  return {
    ...database,
    async close() {
      await server.stop();
      await database.close();
      await claim.release();
    },
  };
}

function embedded(pglite: PGlite): OpenDatabase {
  const over = (runner: PGlite | Transaction): Database => ({
    async query<Row>(sql: string, parameters?: readonly unknown[]) {
      const result = await runner.query<Row>(sql, parameters ? [...parameters] : undefined);
      return result.rows;
    },
    transaction: (work) => pglite.transaction((transaction) => work(over(transaction))),
  });
  return {
    ...over(pglite),
    home: 'embedded',
    async run(sql, parameters) {
      if (parameters?.length) return pglite.query(sql, [...parameters]);
      return (await pglite.exec(sql)).at(-1) ?? { rows: [] };
    },
    close: () => pglite.close(),
  };
}

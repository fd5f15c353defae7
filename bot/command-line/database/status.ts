/** `npm run database -- status`: where the data is, how much of it there is, and whether its tables are up to date. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from '../../database/migrate.ts';
import { type DatabasePlace, type OpenDatabase, openAsItIs } from '../../database/open-database.ts';
import { tableSizes } from '../../database/tables.ts';
import { tableOf } from '../table.ts';
import type { Told } from '../told.ts';

const MEGABYTE = 1_000_000;

/** Changes nothing: tables that are not up to date stay so. */
export async function status(place: DatabasePlace): Promise<Told> {
  const { databaseUrl, dataFolder } = place;
  if (!databaseUrl && !existsSync(join(dataFolder, 'database'))) {
    return {
      well: true,
      words: `There is no database in ${dataFolder} yet. The service makes one when it starts.`,
      json: { home: 'none' },
    };
  }
  const database = await openAsItIs(place);
  try {
    return await describe(database, dataFolder);
  } finally {
    await database.close();
  }
}

async function describe(database: OpenDatabase, dataFolder: string): Promise<Told> {
  const { home } = database;
  const [server] = await database.query<{ version: string; bytes: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`,
  );
  const tables = await tableSizes(database);
  const applied = tables.some(({ name }) => name === 'migration')
    ? (await database.query<{ name: string }>('select name from migration order by name')).map(
        ({ name }) => name,
      )
    : [];
  const missing = migrationNames().filter((name) => !applied.includes(name));
  const bytes = server?.bytes ?? 0;
  const homes = {
    embedded: `embedded, in ${dataFolder}. No service runs on it`,
    beside: `embedded, in ${dataFolder}, through the service that runs on it`,
    postgres: 'PostgreSQL, at DATABASE_URL',
  };
  const words = [
    [
      `Home: ${homes[home]}.`,
      `Version: ${server?.version ?? 'unknown'}`,
      `Size: ${megabytes(bytes)}`,
      `Migrations: ${applied.length} run, the last one ${applied.at(-1) ?? 'never'}. ${
        missing.length > 0
          ? `${missing.length} to come at the next start: ${missing.join(', ')}`
          : 'Up to date.'
      }`,
    ].join('\n'),
    tableOf(
      ['table', 'rows', 'size', 'bytes a row'],
      tables.map((table) => [
        table.name,
        table.rows,
        megabytes(table.bytes),
        table.rows > 0 ? Math.round(table.bytes / table.rows) : 0,
      ]),
    ),
  ].join('\n\n');
  return {
    well: true,
    words,
    json: { home, version: server?.version, bytes, migrations: { applied, missing }, tables },
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}

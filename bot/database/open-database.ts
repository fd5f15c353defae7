/** Opens the database: PostgreSQL when an address is given, otherwise the embedded one in the data folder. */
import type { BulkDatabase, Database } from '../../delivery/database.ts';
import { entraPassword } from './entra-password.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export type { Database };

/** A database that is open, and what is needed to close it. */
export interface OpenDatabase extends BulkDatabase {
  /** `embedded` is this process's own; `beside` is another process's, reached through its socket. */
  readonly home: 'embedded' | 'beside' | 'postgres';
  /**
   * Like `query`, for the few statements of every turn: parsed and planned once. For rows found by their key only, since
   * the plan does not follow the tables as they grow.
   */
  queryOften<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
  /** Runs a text that may hold several statements, or one with parameters; nothing is prepared for a second time. */
  run(sql: string, parameters?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

export interface DatabasePlace {
  databaseUrl?: string | undefined;
  /** `entra`: tokens of the service's managed identity stand in for a password. */
  databaseAuth?: 'password' | 'entra';
  /** A folder, or `memory:` for one that is gone when the process ends. */
  dataFolder: string;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws AssistantError `DATABASE_UNAVAILABLE` or `DATA_FOLDER_IN_USE`, saying what to do.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  const database = await openAsItIs(place);
  if (database.home !== 'beside') await migrate(database);
  return database;
}

/** The same, with the tables as they stand: for whoever looks at a database, or fills one. */
export function openAsItIs(place: DatabasePlace): Promise<OpenDatabase> {
  const { databaseUrl, databaseAuth, dataFolder } = place;
  if (!databaseUrl) return openPglite(dataFolder);
  return openPostgres(databaseUrl, 'postgres', databaseAuth === 'entra' ? entraPassword() : undefined);
}

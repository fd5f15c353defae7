/** Brings the tables up to date: numbered SQL files, each run once, one process at a time. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from './open-database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any number will do; it only has to be the same in every replica. */
export const MIGRATION_LOCK = 20200331;

/** Runs each migration that this database has not had. All of them or none. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await transaction.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const applied = await transaction.query<{ name: string }>('select name from migration');
    const done = new Set(applied.map(({ name }) => name));
    for (const name of migrationNames().filter((each) => !done.has(each))) {
      for (const statement of statementsOf(readFileSync(new URL(name, FOLDER), 'utf8'))) {
        await transaction.query(statement);
      }
      await transaction.query('insert into migration (name) values ($1)', [name]);
    }
  });
}

/** The migrations in their order. */
export function migrationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** Their paths, in their order. */
export function migrationFiles(): string[] {
  return migrationNames().map((name) => fileURLToPath(new URL(name, FOLDER)));
}

/** A statement ends with a semicolon at the end of a line. */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);
}

/** Copies one database into another, empty one: everything or nothing, and checked before it counts. */
import type { Database } from '../../delivery/database.ts';
import { MIGRATION_LOCK, migrate } from './migrate.ts';
import type { OpenDatabase } from './open-database.ts';
import { type Table, tablesInOrder } from './tables.ts';

/** Which migrations were run is the same on both sides, and the target has written it down itself. */
const NOT_COPIED = ['migration'];
/** Reports that nobody has put in use yet: they last an hour, and their rows are in tables of their own. */
const WAITING_REPORTS = 'staged_report';
const ROWS_AT_ONCE = 2000;

export interface MovedTable {
  name: string;
  rows: number;
}

export type Move =
  | { outcome: 'moved' | 'would-move'; tables: MovedTable[]; waitingReports: number }
  /** The target's tables that have rows. */
  | { outcome: 'target-has-data'; tables: string[] }
  /** What was written is not what was read. Nothing was kept of it. */
  | { outcome: 'not-the-same'; tables: string[] };

/** A difference that was found after the copy: the transaction is rolled back. */
class NotTheSame extends Error {
  readonly tables: string[];

  constructor(tables: string[]) {
    super('The copy is not the same.');
    this.tables = tables;
  }
}

/**
 * @param source embedded and held by this process, so that nobody writes into it meanwhile.
 * @param dryRun nothing is written to either of them.
 */
export async function moveDatabase(
  source: OpenDatabase,
  target: OpenDatabase,
  { dryRun }: { dryRun: boolean },
): Promise<Move> {
  const filled = await tablesWithRows(target);
  if (filled.length > 0) return { outcome: 'target-has-data', tables: filled };
  if (dryRun) return { outcome: 'would-move', ...(await counted(source)) };
  await migrate(source);
  await migrate(target);
  try {
    return await source.transaction((from) => target.transaction((to) => copyAll(from, to)));
  } catch (error) {
    if (error instanceof NotTheSame) return { outcome: 'not-the-same', tables: error.tables };
    throw error;
  }
}

async function copyAll(from: Database, to: Database): Promise<Move> {
  // A service that starts on the target now waits until it is over.
  await to.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const filled = await tablesWithRows(to);
  if (filled.length > 0) return { outcome: 'target-has-data', tables: filled };
  for (const side of [from, to]) await side.query(`set local time zone 'UTC'`);
  const tables = (await tablesInOrder(from)).filter(isCopied);
  for (const table of tables) await copyTable(from, to, table);
  await copySequences(from, to);
  const moved: MovedTable[] = [];
  const different: string[] = [];
  for (const { name } of tables) {
    const [one, other] = [await digestOf(from, name), await digestOf(to, name)];
    moved.push({ name, rows: one.rows });
    if (one.rows !== other.rows || one.digest !== other.digest) different.push(name);
  }
  if (different.length > 0) throw new NotTheSame(different);
  return { outcome: 'moved', tables: moved, waitingReports: await rowsIn(from, WAITING_REPORTS) };
}

/**
 * Each value as the text that PostgreSQL makes on one side and reads on the other. JSON only carries the texts: a value
 * that is JSON's own null is not the same as none.
 */
async function copyTable(from: Database, to: Database, { name, columns }: Table): Promise<void> {
  const texts = columns.map((column) => `${column.name}::text`).join(', ');
  const values = columns.map(({ type }, at) => `(line ->> ${at})::${type}`).join(', ');
  const insert = `insert into public.${name} (${columns.map((column) => column.name).join(', ')})
    overriding system value select ${values} from json_array_elements($1::json) line`;
  await from.query(
    `declare all_rows cursor for select json_build_array(${texts})::text as line from public.${name}`,
  );
  for (;;) {
    const rows = await from.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from all_rows`);
    if (rows.length > 0) await to.query(insert, [`[${rows.map(({ line }) => line).join(',')}]`]);
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await from.query('close all_rows');
}

/** Numbers that were given once are not given again. */
async function copySequences(from: Database, to: Database): Promise<void> {
  const sequences = await from.query<{ name: string; last: number | null }>(
    `select quote_ident(sequencename) as name, last_value as last from pg_sequences where schemaname = 'public'`,
  );
  for (const { name, last } of sequences) {
    if (last !== null) await to.query('select setval($1::regclass, $2::bigint)', [`public.${name}`, last]);
  }
}

/** How many rows, and a sum over their contents that does not depend on their order. */
async function digestOf(database: Database, table: string): Promise<{ rows: number; digest: string }> {
  const [row] = await database.query<{ rows: number; digest: string }>(
    `select count(*) as rows, coalesce(sum(('x' || left(md5(r::text), 8))::bit(32)::bigint), 0)::text as digest
     from public.${table} r`,
  );
  return row ?? { rows: 0, digest: '' };
}

async function tablesWithRows(database: Database): Promise<string[]> {
  const tables = (await tablesInOrder(database)).filter(({ name }) => !NOT_COPIED.includes(name));
  const filled: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`select 1 from public.${name} limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled.sort();
}

async function counted(source: Database): Promise<{ tables: MovedTable[]; waitingReports: number }> {
  const tables: MovedTable[] = [];
  for (const { name } of (await tablesInOrder(source)).filter(isCopied)) {
    tables.push({ name, rows: await rowsIn(source, name) });
  }
  return { tables, waitingReports: await rowsIn(source, WAITING_REPORTS) };
}

async function rowsIn(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ rows: number }>(`select count(*) as rows from public.${table}`);
  return row?.rows ?? 0;
}

function isCopied({ name }: Table): boolean {
  return name !== WAITING_REPORTS && !NOT_COPIED.includes(name);
}

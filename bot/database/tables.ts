/** Which tables a database has, and how they hang together: read from PostgreSQL itself, so that none is forgotten. */
import type { Database } from '../../delivery/database.ts';

export interface Table {
  /** As it stands in SQL: in quotes where it needs them. */
  name: string;
  /** Without those that PostgreSQL works out itself. */
  columns: { name: string; type: string }[];
  /** The tables whose rows its rows point at. */
  pointsAt: string[];
}

/** All tables of ours, each after those that it points at. */
export async function tablesInOrder(database: Database): Promise<Table[]> {
  const tables = await database.query<Table>(
    `select quote_ident(relname) as name,
       (select coalesce(jsonb_agg(jsonb_build_object('name', quote_ident(attname),
           'type', format_type(atttypid, atttypmod)) order by attnum), '[]')
         from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       array(select distinct quote_ident(other.relname) from pg_constraint
         join pg_class other on other.oid = confrelid where conrelid = class.oid and contype = 'f') as "pointsAt"
     from pg_class class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  const placed: Table[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const isPlaced = (name: string) => placed.some((table) => table.name === name);
    const next = waiting.filter(({ name, pointsAt }) =>
      pointsAt.every((each) => each === name || isPlaced(each)),
    );
    if (next.length === 0) throw new Error('Tables point at each other in a ring.');
    placed.push(...next);
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return placed;
}

export interface TableSize {
  name: string;
  rows: number;
  /** With its indexes and what is stored beside it. */
  bytes: number;
}

/** How many rows each table has at this moment, and how much room it takes. */
export async function tableSizes(database: Database): Promise<TableSize[]> {
  const tables = await tablesInOrder(database);
  const sizes: TableSize[] = [];
  for (const { name } of tables) {
    const [size] = await database.query<Omit<TableSize, 'name'>>(
      `select count(*) as rows, pg_total_relation_size('public.${name}')::float8 as bytes from public.${name}`,
    );
    if (size) sizes.push({ name, ...size });
  }
  return sizes.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** PostgreSQL over its own protocol: the service's database in production, and the way to a running service's own. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { parse, toClientConfig } from 'pg-connection-string';
import { AssistantError } from '../errors.ts';
import { copyLines, insertLines } from './copy-in.ts';
import type { Database, OpenDatabase } from './open-database.ts';

const DATE = 1082;
const BIGINT = 20;
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (value: string) => value;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** A statement with parameters is prepared once a connection, under a name made of its text. */
const names = new Map<string, string>();
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = createHash('sha1').update(sql).digest('base64url');
  names.set(sql, name);
  return name;
}

/**
 * @param where a connection address, or the host and port of a socket.
 * @param password asked for anew at each connection, in place of one in the address.
 * @throws AssistantError `DATABASE_UNAVAILABLE` when nothing answers there.
 */
export async function openPostgres(
  where: string | { host: string; port: number },
  home: 'postgres' | 'beside' = 'postgres',
  password?: () => Promise<string>,
): Promise<OpenDatabase> {
  const connection =
    typeof where === 'string'
      ? // An address without a password has an empty one in it, so it is taken apart before ours is put in.
        password
        ? { ...toClientConfig(parse(where)), password }
        : { connectionString: where }
      : { ...where, user: 'postgres', database: 'postgres' };
  // The embedded database serves one connection at a time.
  const pool = new pg.Pool({
    ...connection,
    types,
    max: home === 'beside' ? 1 : 10,
    connectionTimeoutMillis: 5000,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new AssistantError(
      'DATABASE_UNAVAILABLE',
      'The database does not answer. Check DATABASE_URL and that PostgreSQL runs.',
      { cause },
    );
  }
  const over = (client: pg.Pool | pg.PoolClient): Database => ({
    async query<Row>(sql: string, parameters?: readonly unknown[]) {
      const result = parameters
        ? await client.query({
            name: home === 'beside' ? undefined : nameOf(sql),
            text: sql,
            values: [...parameters],
          })
        : await client.query(sql);
      return result.rows as Row[];
    },
    transaction: (work) => inTransaction(pool, (held) => work(over(held))),
  });
  const all = over(pool);
  return {
    ...all,
    home,
    // The embedded database's socket does not carry COPY.
    copyIn: home === 'beside' ? insertLines(all.query) : copyLines(pool),
    // Every statement with parameters is prepared here.
    queryOften: all.query,
    async run(sql, parameters) {
      const result = await pool.query(sql, parameters ? [...parameters] : undefined);
      return Array.isArray(result) ? (result.at(-1) ?? { rows: [] }) : result;
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection can break while nothing is asked of it; without a listener that would end the process.
  const ignore = () => {};
  client.on('error', ignore);
  const release = (broken: boolean) => {
    client.off('error', ignore);
    client.release(broken);
  };
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    release(false);
    return result;
  } catch (error) {
    // A client that cannot even roll back is broken: it is thrown away, not reused.
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    release(broken);
    throw error;
  }
}

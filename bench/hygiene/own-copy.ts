/** PostgreSQL's own COPY of the same file, by its own client's protocol, into a table with the columns and keys of `account`. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';

/** In the order of the file. */
const COLUMNS = 'address, display_name, ods_code, kind, status, last_active_on, created_on, set_up_complete';

/** @returns seconds. `keys`: with the primary key and the indexes of `account`, or only its columns. */
export async function copyAlone(databaseUrl: string, path: string, shape: 'keys' | 'bare'): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      shape === 'keys'
        ? 'create table copied (like account including indexes including defaults)'
        : 'create table copied (like account including defaults)',
    );
    await client.query('alter table copied alter changed_in set default 1');
    await client.query(`set datestyle = 'ISO, DMY'`);
    const started = performance.now();
    const copy = client.query(from(`copy copied (${COLUMNS}) from stdin (format csv, header)`));
    await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), copy);
    return (performance.now() - started) / 1000;
  } finally {
    await client.query('drop table if exists copied').catch(() => undefined);
    await client.end();
  }
}

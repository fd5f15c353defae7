/** Writes a status file's rows, many at a time, and makes the whole file the current one in a moment. */
import type { Database } from '../../delivery/database.ts';
import type { StatusRow } from './read-row.ts';

/** Rows of an import that never ended are cleared away after this. */
const ABANDONED = '1 hour';

/** Starts a file that nobody reads yet. @returns its id. */
export async function startFile(
  database: Database,
  file: { name: string; takenOn: string; now: Date },
): Promise<number> {
  const [row] = await database.query<{ id: number }>(
    'insert into dspt_status_file (name, taken_on, imported_at) values ($1, $2::date, $3) returning file_id as id',
    [file.name, file.takenOn, file.now],
  );
  if (!row) throw new Error('The status file could not be started.');
  return row.id;
}

export async function addRows(database: Database, fileId: number, rows: readonly StatusRow[]): Promise<void> {
  await database.query(
    `insert into dspt_status (file_id, ods_code, name, name_key, status, published_on, sector, commissioner)
     select $1::bigint, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[])`,
    [
      fileId,
      rows.map(({ code }) => code),
      rows.map(({ name }) => name),
      rows.map((row) => row.nameKey),
      rows.map(({ status }) => status),
      rows.map(({ publishedOn }) => publishedOn),
      rows.map(({ sector }) => sector),
      rows.map(({ commissioner }) => commissioner),
    ],
  );
}

/** From the next query on, everybody reads this file. The one before it is cleared away. */
export async function makeCurrent(database: Database, fileId: number, rows: number): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query('update dspt_status_file set is_current = false where is_current');
    await transaction.query(
      'update dspt_status_file set is_current = true, row_count = $2::int where file_id = $1',
      [fileId, rows],
    );
  });
  await clearOld(database, fileId);
}

/** Takes back a file that was refused. */
export async function dropFile(database: Database, fileId: number): Promise<void> {
  await database.query('delete from dspt_status_file where file_id = $1', [fileId]);
}

async function clearOld(database: Database, fileId: number): Promise<void> {
  await database.query(
    `delete from dspt_status_file old using dspt_status_file new
     where new.file_id = $1 and not old.is_current and old.file_id <> new.file_id
       and (old.row_count > 0 or old.imported_at < new.imported_at - interval '${ABANDONED}')`,
    [fileId],
  );
}

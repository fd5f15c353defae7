/** Reads the status file that was imported last. */
import type { Database } from '../delivery/database.ts';
import { NAME_KEY_SQL, nameKey } from './name-key.ts';
import type { OdsCode } from './ods-code.ts';
import type { Organisation } from './organisation.ts';
import { readPublishedStatus } from './published-status.ts';

export interface CurrentFile {
  name: string;
  /** The day it speaks of, `YYYY-MM-DD`. */
  takenOn: string;
  rows: number;
}

/** @returns undefined while no file has been imported. */
export async function currentFile(database: Database): Promise<CurrentFile | undefined> {
  const [file] = await database.query<CurrentFile>(
    'select name, taken_on as "takenOn", row_count as rows from dspt_status_file',
  );
  return file;
}

interface Row {
  code: string;
  name: string;
  status: string;
  publishedOn: string | null;
  sector: string;
  commissioner: string;
}

const SELECT = 'select ods_code as code, name, status, published_on as "publishedOn", sector, commissioner';

export async function organisationByCode(
  database: Database,
  code: OdsCode,
): Promise<Organisation | undefined> {
  const [row] = await database.query<Row>(`${SELECT} from dspt_status where ods_code = $1`, [code]);
  return row && organisationOf(row);
}

/** Organisations with all the words in their names; those of exactly this name first, then the shortest names. */
export async function organisationsByName(
  database: Database,
  name: string,
  limit: number,
): Promise<Organisation[]> {
  const key = nameKey(name);
  if (!/[\p{L}\p{N}]{2}/u.test(key)) return [];
  const words = key.split(' ').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await database.query<Row>(
    `${SELECT} from dspt_status where ${NAME_KEY_SQL} like all($1::text[])
     order by ${NAME_KEY_SQL} <> $2::text, length(name), ods_code limit $3`,
    [words, key, limit],
  );
  return rows.map(organisationOf);
}

function organisationOf({ code, name, status, publishedOn, sector, commissioner }: Row): Organisation {
  const publication = { status: readPublishedStatus(status), publishedOn };
  return { code, name, sector, commissioner, publication };
}

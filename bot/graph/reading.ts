/** Where a reading of Graph's users stands. A page and the place where it goes on are kept together, or neither. */
import type { Database } from '../../delivery/database.ts';
import { AssistantError } from '../errors.ts';
import type { ReadUser } from './read-user.ts';

/** Links run out, and what was read grows old: a day later it is read anew. */
const LASTS_MS = 24 * 60 * 60 * 1000;

export interface Reading {
  readingId: number;
  startedAt: Date;
  /** Where it goes on; undefined before the first page. */
  nextLink?: string;
  pages: number;
  users: number;
  /** All pages are there. */
  isWhole: boolean;
}

interface Row {
  readingId: number;
  startedAt: string;
  nextLink: string | null;
  pages: number;
  users: number;
  isWhole: boolean;
}

const COLUMNS = `reading_id as "readingId", to_json(started_at)#>>'{}' as "startedAt", next_link as "nextLink", pages,
  users, read_at is not null as "isWhole"`;

/** The reading that was broken off, if it is for the same question and not too old; otherwise a new one. */
export function resumeOrBegin(database: Database, question: string, now: Date): Promise<Reading> {
  return database.transaction(async (transaction) => {
    const oldest = new Date(now.getTime() - LASTS_MS);
    await transaction.query(
      'delete from graph_reading where question <> $1 or started_at <= $2::timestamptz',
      [question, oldest],
    );
    const [row] = await transaction.query<Row>(
      `insert into graph_reading as old (question, started_at) values ($1, $2::timestamptz)
       on conflict ((true)) do update set question = old.question returning ${COLUMNS}`,
      [question, now],
    );
    return readingFrom(row);
  });
}

/** Keeps a page. @throws AssistantError when another process has gone on with this reading in the meantime. */
export function keepPage(
  database: Database,
  { readingId, pages }: Reading,
  page: { users: readonly ReadUser[]; nextLink?: string },
  now: Date,
): Promise<Reading> {
  return database.transaction(async (transaction) => {
    const { users, nextLink = null } = page;
    const [row] = await transaction.query<Row>(
      `update graph_reading set next_link = $3, pages = pages + 1, users = users + $4,
         read_at = case when $3::text is null then $5::timestamptz end
       where reading_id = $1 and pages = $2 and read_at is null returning ${COLUMNS}`,
      [readingId, pages, nextLink, users.length, now],
    );
    if (!row) {
      throw new AssistantError(
        'GRAPH_UNAVAILABLE',
        'Another process reads Graph at this moment. Let it finish, then run the command again.',
      );
    }
    await transaction.query('insert into graph_page (reading_id, page, users) values ($1, $2, $3::jsonb)', [
      readingId,
      pages + 1,
      JSON.stringify(users),
    ]);
    return readingFrom(row);
  });
}

/** Drops what was read, once it is in use or no longer good. */
export async function forget(database: Database, { readingId }: Reading): Promise<void> {
  await database.query('delete from graph_reading where reading_id = $1', [readingId]);
}

/** The users in Graph's order, a page at a time in memory. */
export async function* usersOf(database: Database, { readingId, pages }: Reading): AsyncGenerator<ReadUser> {
  for (let page = 1; page <= pages; page++) {
    const [row] = await database.query<{ users: ReadUser[] }>(
      'select users from graph_page where reading_id = $1 and page = $2',
      [readingId, page],
    );
    yield* row?.users ?? [];
  }
}

function readingFrom(row: Row | undefined): Reading {
  if (!row) throw new Error('The reading of Graph was not kept.');
  const { startedAt, nextLink, ...rest } = row;
  return { ...rest, startedAt: new Date(startedAt), ...(nextLink !== null && { nextLink }) };
}

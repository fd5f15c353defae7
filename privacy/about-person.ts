/** What is kept about one person: shown, copied out, and deleted. */
import type { Database } from '../delivery/database.ts';
import type { Kept } from './kept.ts';
import { register } from './register.ts';

/** A person in Teams, with their address where Teams' roster gave one. */
export interface DataSubject {
  tenantId: string;
  aadObjectId: string;
  address?: string | undefined;
}

/** One kind of thing that is kept about them. */
export interface KeptAbout {
  kept: Kept;
  rows: number;
}

type AboutPerson = Kept & { about: string; onRequest: NonNullable<Kept['onRequest']> };

const aboutPeople = register.filter(
  (kept): kept is AboutPerson => kept.about !== undefined && kept.onRequest !== undefined,
);

/** @returns only what there is, in the register's order. */
export async function keptAbout(database: Database, person: DataSubject): Promise<KeptAbout[]> {
  const found: KeptAbout[] = [];
  for (const kept of aboutPeople) {
    const [row] = await database.query<{ rows: number }>(
      `select count(*) as rows from ${kept.table} where ${typed(kept.about)}`,
      parametersOf(person),
    );
    if (row && row.rows > 0) found.push({ kept, rows: row.rows });
  }
  return found;
}

/** Every row about them as it is stored, by table: the copy that they can have. */
export async function copyOf(
  database: Database,
  person: DataSubject,
): Promise<{ what: string; why: string; rows: unknown[] }[]> {
  const copy = [];
  for (const { table, what, why, about } of aboutPeople) {
    const rows = await database.query<{ row: unknown }>(
      `select to_jsonb(each) as row from ${table} as each where ${typed(about).replaceAll(`${table}.`, 'each.')}`,
      parametersOf(person),
    );
    if (rows.length > 0) copy.push({ what, why, rows: rows.map(({ row }) => row) });
  }
  return copy;
}

/** Deletes what may be deleted, all of it or none. @returns how many rows went. */
export function deleteAbout(database: Database, person: DataSubject): Promise<number> {
  return database.transaction(async (transaction) => {
    let deleted = 0;
    for (const { table, about, onRequest, deleteOnly } of aboutPeople) {
      if (onRequest !== 'deleted' && !deleteOnly) continue;
      const rows = await transaction.query(
        `delete from ${table} where ${typed(about)} and (${deleteOnly ?? 'true'}) returning 1`,
        parametersOf(person),
      );
      deleted += rows.length;
    }
    return deleted;
  });
}

/** Each statement has all three parameters, whether it uses them or not, so each is given its type. */
function typed(about: string): string {
  return `(${about}) and ($1::text, $2::text, coalesce($3::text, '')) is not null`;
}

function parametersOf({ tenantId, aadObjectId, address }: DataSubject): unknown[] {
  return [tenantId, aadObjectId, address ?? null];
}

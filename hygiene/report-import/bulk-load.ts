/**
 * Puts very many new rows into `account`: without its indexes and checks, which are made again afterwards, over all rows
 * at once. Three times as fast as keeping them up row by row; see docs/adr/0012.
 */
import type { Database } from '../../delivery/database.ts';

interface Definition {
  name: string;
  definition: string;
}

/**
 * Others wait for the table until the transaction is over.
 * @param insert adds the rows.
 */
export async function withoutIndexes(transaction: Database, insert: () => Promise<void>): Promise<void> {
  const constraints = await transaction.query<Definition>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'account'::regclass and contype in ('p', 'u', 'f') order by contype = 'f'`,
  );
  const indexes = await transaction.query<Definition>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'account'::regclass
       and not exists (select 1 from pg_constraint where conindid = indexrelid and conrelid = indrelid)`,
  );
  for (const { name } of constraints.toReversed()) {
    await transaction.query(`alter table account drop constraint ${name}`);
  }
  for (const { name } of indexes) await transaction.query(`drop index ${name}`);
  await insert();
  for (const { name, definition } of constraints) {
    await transaction.query(`alter table account add constraint ${name} ${definition}`);
  }
  for (const { definition } of indexes) await transaction.query(definition);
}

/**
 * Room for sorting and hashing, and every core, in this transaction only. Compiling the queries costs more than it gains.
 */
export async function withMoreMemory(transaction: Database): Promise<void> {
  await transaction.query(
    `select set_config('work_mem', '128MB', true), set_config('maintenance_work_mem', '256MB', true),
       set_config('parallel_tuple_cost', '0', true), set_config('jit', 'off', true)`,
  );
}

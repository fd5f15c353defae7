/** Deletes what is past its period. Run once a day; run twice it does no harm. */
import type { Database } from '../delivery/database.ts';
import type { Kept, RetentionPeriods } from './kept.ts';
import { register } from './register.ts';

const MS_PER_DAY = 86_400_000;
/** Small enough that nothing else waits long for a deletion. */
const AT_ONCE = 5000;

/** @returns how many rows were deleted, by table; tables without any are left out. */
export async function deleteWhatIsPast(
  database: Database,
  periods: RetentionPeriods,
  now: Date,
): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const kept of register) {
    const rows = await deleteFrom(database, kept, periods, now);
    if (rows > 0) deleted[kept.table] = rows;
  }
  return deleted;
}

async function deleteFrom(
  database: Database,
  { table, ends }: Kept,
  periods: RetentionPeriods,
  now: Date,
): Promise<number> {
  if (!('after' in ends)) return 0;
  const before = new Date(now.getTime() - periods[ends.after] * MS_PER_DAY);
  let all = 0;
  for (;;) {
    const rows = await database.transaction(async (transaction) => {
      // The audit refuses deletions that do not say what they are.
      await transaction.query(`set local assistant.retention = 'on'`);
      return transaction.query(
        `delete from ${table} where ctid = any(array(
           select ctid from ${table} where (${ends.from}) < $1::timestamptz and (${ends.only ?? 'true'}) limit ${AT_ONCE}))
         returning 1`,
        [before],
      );
    });
    all += rows.length;
    if (rows.length < AT_ONCE) return all;
  }
}

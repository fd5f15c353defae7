/** One report is used or taken back after the other: two at once would both compare with what neither leaves. */
import type { Database } from '../../delivery/database.ts';

/** Any number will do; it only has to be the same in every replica. */
const LOCK = 20200333;

/** Waits until no other transaction changes what reports say, and keeps others waiting until this one ends. */
export async function oneAtATime(transaction: Database): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

/** A dry run: everything happens in a transaction that is then taken back, so that what it tells is what would happen. */
import type { Database } from '../delivery/database.ts';

/** Carries the result out of a transaction that must not stand. */
class TakenBack<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('A dry run was taken back.');
    this.result = result;
  }
}

/** @returns what `work` gives; nothing it wrote stays. */
export async function rehearse<T>(
  database: Database,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  try {
    return await database.transaction(async (transaction) => {
      throw new TakenBack(await work(transaction));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as T;
    throw error;
  }
}

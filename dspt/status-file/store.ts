/** Puts a status file in the place of the one before, in one transaction: readers see the old one or the new one. */
import type { Database } from '../../delivery/database.ts';

export interface FileToStore {
  name: string;
  /** The day it speaks of, `YYYY-MM-DD`. */
  takenOn: string;
  now: Date;
  rows: number;
  /** Each holds many lines. */
  blocks: readonly string[];
}

/** One line of a block. The fields hold no tabs and no line breaks. */
export function toLine(fields: readonly string[]): string {
  return fields.join('\t');
}

export function toBlock(lines: readonly string[]): string {
  return lines.join('\n');
}

export async function replaceFile(database: Database, file: FileToStore): Promise<void> {
  const { name, takenOn, now, rows, blocks } = file;
  await database.transaction(async (transaction) => {
    // Of two imports at once, the second waits and then replaces the first.
    await transaction.query('lock table dspt_status_file in exclusive mode');
    await transaction.query('delete from dspt_status_file');
    await transaction.query('delete from dspt_status_block');
    await transaction.query(
      'insert into dspt_status_file (name, taken_on, imported_at, row_count) values ($1, $2::date, $3, $4::int)',
      [name, takenOn, now, rows],
    );
    for (const [at, lines] of blocks.entries()) {
      await transaction.query('insert into dspt_status_block (block, lines) values ($1::int, $2)', [
        at,
        lines,
      ]);
    }
  });
}

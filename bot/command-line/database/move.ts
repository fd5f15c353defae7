/** `npm run database -- move`: from the embedded database to PostgreSQL. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../../cards/counted.ts';
import { type MovedTable, moveDatabase } from '../../database/move.ts';
import { type DatabasePlace, openAsItIs } from '../../database/open-database.ts';
import { AssistantError } from '../../errors.ts';
import { tableOf } from '../table.ts';
import type { Told } from '../told.ts';

/** @throws AssistantError when a service holds the folder, or PostgreSQL does not answer. */
export async function move(place: DatabasePlace, { dryRun }: { dryRun: boolean }): Promise<Told> {
  const { databaseUrl, dataFolder } = place;
  if (!databaseUrl) {
    return refused('Set DATABASE_URL to the empty PostgreSQL database that the data should go to.');
  }
  if (!existsSync(join(dataFolder, 'database'))) {
    return refused(`There is no database in ${dataFolder}. DATA_FOLDER names the folder.`);
  }
  const source = await openAsItIs({ dataFolder });
  try {
    if (source.home !== 'embedded') {
      throw new AssistantError(
        'DATA_FOLDER_IN_USE',
        `A service or a command runs on ${dataFolder}. Stop it first: what it writes during the move would be lost.`,
      );
    }
    const target = await openAsItIs(place);
    try {
      const moved = await moveDatabase(source, target, { dryRun });
      if (moved.outcome === 'target-has-data') {
        const { tables } = moved;
        return refused(
          `The target has data already, in ${tables.join(', ')}. Give it an empty database.`,
          moved,
        );
      }
      if (moved.outcome === 'not-the-same') {
        return refused(
          `The copy of ${moved.tables.join(', ')} was not the same as the original, so it was taken back.`,
          moved,
        );
      }
      const words = inWords(moved.tables, moved.waitingReports, dataFolder, dryRun);
      return { well: true, words, json: { ...moved, dryRun } };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function inWords(
  tables: readonly MovedTable[],
  waitingReports: number,
  dataFolder: string,
  dryRun: boolean,
): string {
  const filled = tables.filter(({ rows }) => rows > 0);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lines = [
    tableOf(
      ['table', 'rows'],
      filled.map((table) => [table.name, table.rows]),
    ),
  ];
  if (waitingReports > 0) {
    lines.push(
      `${counted(waitingReports, 'report')} that nobody has put in use yet ${dryRun ? 'would not be' : 'were not'} moved. Bring them again.`,
    );
  }
  if (dryRun) {
    lines.push(
      `Would move ${counted(rows, 'row')} of ${counted(tables.length, 'table')}. The target is empty.`,
      'This was a dry run: nothing was changed.',
    );
    return lines.join('\n\n');
  }
  lines.push(
    `Moved ${counted(rows, 'row')} of ${counted(tables.length, 'table')}, and checked that they are the same.`,
    `What to do next:
1. Start the service with this DATABASE_URL: npm run serve. More replicas may use the same one.
2. Look at it: npm run database -- status, with DATABASE_URL set.
3. Delete ${dataFolder} when you have seen it work. Nothing reads it while DATABASE_URL is set.`,
  );
  return lines.join('\n\n');
}

function refused(why: string, json?: object): Told {
  return { well: false, words: `Nothing was moved. ${why}`, json: json ?? { outcome: 'refused', why } };
}

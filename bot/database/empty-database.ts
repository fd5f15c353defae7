/**
 * An embedded database with empty tables takes seconds to make, and is always the same. So it is made once for each
 * version of PGlite and of the tables, kept beside the installed packages, and copied from there into a new data folder.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationFiles } from './migrate.ts';

const KEPT_IN = fileURLToPath(new URL('../../node_modules/.cache/nhsmail-assistant/', import.meta.url));

export interface EmptyDatabase {
  /** Makes one with its tables in a folder, and closes it. */
  make(folder: string): Promise<void>;
  /** The folder in which it is kept. */
  keptIn?: string;
}

/**
 * Puts an empty database into a folder that does not exist yet. Where none can be kept, for example because the
 * installed packages cannot be written to, it does nothing: whoever opens the folder then makes one there.
 */
export async function copyEmptyDatabase(
  folder: string,
  { make, keptIn = KEPT_IN }: EmptyDatabase,
): Promise<void> {
  if (existsSync(folder)) return;
  try {
    const kept = join(keptIn, `empty-database-${versionOfTables()}`);
    if (!existsSync(kept)) await inOneStep(kept, make);
    await inOneStep(folder, (own) => cpSync(kept, own, { recursive: true }));
    dropOthers(kept);
  } catch {
    // It can be made in its own place as well.
  }
}

/** A folder that was filled in part would be taken for a database. */
async function inOneStep(folder: string, fill: (own: string) => void | Promise<void>): Promise<void> {
  const own = `${folder}.${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    await fill(own);
    // Another process may have been faster, and its folder is as good.
    if (!existsSync(folder)) renameSync(own, folder);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Those of earlier versions: nobody asks for them any more. */
function dropOthers(kept: string): void {
  for (const name of readdirSync(dirname(kept))) {
    const isOlder = /^empty-database-[0-9a-f]+$/.test(name) && name !== basename(kept);
    if (isOlder) rmSync(join(dirname(kept), name), { recursive: true, force: true });
  }
}

function versionOfTables(): string {
  const module = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const files = [join(dirname(module), '..', 'package.json'), ...migrationFiles()];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

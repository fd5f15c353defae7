/** Writes an import so that a stop at any moment leaves the room as it was, or a journal from which it is finished. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Edit } from './policy-edits.ts';

/** Files wait here under their number; the journal, written last, says where each one goes. */
const WAITING = '.policy-import';
const JOURNAL = 'journal.json';

type Step = { path: string; waiting?: string };

/**
 * Writes every file beside its place first, and only then puts them in place, each by one rename.
 * @throws Error of the file system. When it comes while files are put in place, the next import finishes that first.
 */
export function writeEdits(room: string, edits: readonly Edit[]): void {
  const folder = resolve(room, WAITING);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const steps = edits.map(({ path, content }, at): Step => {
    if (content === undefined) return { path };
    const waiting = String(at);
    writeFileSync(resolve(folder, waiting), content, { flush: true });
    const target = resolve(room, path);
    if (existsSync(target)) chmodSync(resolve(folder, waiting), statSync(target).mode);
    return { path, waiting };
  });
  const draft = resolve(folder, `${JOURNAL}.draft`);
  writeFileSync(draft, JSON.stringify(steps), { flush: true });
  renameSync(draft, resolve(folder, JOURNAL));
  finishEdits(room);
}

/** Finishes an import that was interrupted. @returns true when there was one. */
export function finishEdits(room: string): boolean {
  const folder = resolve(room, WAITING);
  if (!existsSync(resolve(folder, JOURNAL))) return false;
  const steps: Step[] = JSON.parse(readFileSync(resolve(folder, JOURNAL), 'utf8'));
  for (const { path, waiting } of steps) {
    const target = resolve(room, path);
    if (waiting === undefined) rmSync(target, { force: true });
    else if (existsSync(resolve(folder, waiting))) {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(resolve(folder, waiting), target);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return true;
}

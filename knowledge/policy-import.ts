/** Takes over a new text of the policy: says what it changes, and changes it only when told to. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PolicyClause, readPolicy } from './policy.ts';
import { comparePolicies, type PolicyChanges } from './policy-changes.ts';
import { editsFor } from './policy-edits.ts';
import { effectsOf, type PolicyEffects } from './policy-effects.ts';
import { readPolicyFiles } from './policy-files.ts';
import { taskList, tasksAfter } from './policy-tasks.ts';
import { finishEdits, writeEdits } from './policy-write.ts';

export interface ImportRequest {
  /** The new text's bytes, as they are in the file. */
  bytes: Uint8Array;
  version?: string | undefined;
  /** Write it. Otherwise it is only shown. */
  write: boolean;
  now: Date;
  /** The folder `knowledge/`, for another one than this. */
  room?: string;
}

export type ImportResult =
  /** Not a text that can be taken over; nothing was changed. */
  | { outcome: 'refused'; reason: string }
  | {
      outcome: 'shown' | 'written';
      /** An import before this one had been interrupted, and was finished first. */
      finishedEarlier: boolean;
      /** Numbered clauses of the present text and of the new one, the introduction included. */
      clauses: { before: number; after: number };
      version: string | undefined;
      day: string;
      changes: PolicyChanges;
      effects: PolicyEffects;
      /** What a content owner has to do next, in order. */
      tasks: string[];
      /** Paths in the room that were written or removed, or would be. */
      files: string[];
    };

/** A text with less than this share of the present clauses has been cut short, or is something else. */
const LEAST_SHARE = 0.5;
const LONGEST_VERSION = 60;
const PLACE = 'Europe/London';

/** @throws Error when the room cannot be read or written. */
export function importPolicy(request: ImportRequest): ImportResult {
  const room = request.room ?? fileURLToPath(new URL('./', import.meta.url));
  const text = readText(request.bytes);
  if (typeof text !== 'string') return refused(text.reason);
  const version = request.version?.trim();
  if (version !== undefined && (!/^\P{Cc}+$/u.test(version) || version.length > LONGEST_VERSION))
    return refused(`A version is one line of up to ${LONGEST_VERSION} characters, as the policy calls it.`);
  const clauses = readPolicy(text);
  // A journal is from an import that was said yes to, and the files do not agree before it is finished.
  const finishedEarlier = finishEdits(room);
  const files = readPolicyFiles(room);
  const reason = whyNotThePolicy(clauses, files.policy);
  if (reason) return refused(reason);

  const changes = comparePolicies(files.policy, clauses);
  const effects = effectsOf(files, changes, text);
  const day = request.now.toLocaleDateString('sv-SE', { timeZone: PLACE });
  const aside = freeFolder(room, `after-import/${day}`);
  const tasks = tasksAfter({ changes, effects, aside });
  const edits = editsFor(files, changes, { text, version, day }, aside);
  if (tasks.length > 0)
    edits.push({ path: `${aside}/what-to-do.md`, content: taskList(day, version, tasks) });
  if (request.write) writeEdits(room, edits);
  return {
    outcome: request.write ? 'written' : 'shown',
    finishedEarlier,
    clauses: { before: files.policy.length, after: clauses.length },
    version,
    day,
    changes,
    effects,
    tasks,
    files: edits.map(({ path }) => path),
  };
}

function refused(reason: string): ImportResult {
  return { outcome: 'refused', reason };
}

/** Word for word, without the mark that some programs put at the start of a text. */
function readText(bytes: Uint8Array): string | { reason: string } {
  const instead = 'Save the policy as plain text (UTF-8) first, and import that.';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return { reason: 'The file is empty.' };
    return text.startsWith('%PDF') || text.includes('\0')
      ? { reason: `This is not a plain text. ${instead}` }
      : text;
  } catch {
    return { reason: `This is not a plain text. ${instead}` };
  }
}

function whyNotThePolicy(
  clauses: readonly PolicyClause[],
  present: readonly PolicyClause[],
): string | undefined {
  const numbered = clauses.filter(({ number }) => number.includes('.'));
  const now = present.filter(({ number }) => number.includes('.')).length;
  if (numbered.length === 0)
    return 'This text has no numbered clauses, so it is not the policy. Each clause number must stand on a line of its own, above its text.';
  if (numbered.length < now * LEAST_SHARE)
    return `This text has ${numbered.length} numbered clauses, and the present policy has ${now}. It is not the policy, or a part of it is missing.`;
  const numbers = clauses.map(({ number }) => number);
  const twice = [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))];
  if (twice.length > 0) return `These clause numbers stand twice in the text: ${twice.join(', ')}.`;
  const empty = clauses.filter(({ text }) => text === '').map(({ number }) => number);
  if (empty.length > 0) return `These clauses have no text: ${empty.join(', ')}.`;
  return undefined;
}

/** What an earlier import put aside on the same day stays. */
function freeFolder(room: string, path: string): string {
  let folder = path;
  for (let at = 2; existsSync(resolve(room, folder)); at++) folder = `${path}-${at}`;
  return folder;
}

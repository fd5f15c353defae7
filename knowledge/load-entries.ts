/** Reads `entries/` and `sources/`, checks that they agree, and reports every problem at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { disagreements } from './disagreements.ts';
import { type Entry, PHRASING_KINDS, type Phrasing, type Source } from './entry.ts';
import { phrasingsFile, sourceFile } from './entry-files.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { type PolicyClause, readPolicy } from './policy.ts';
import { entryReader } from './read-entry.ts';

const ROOM = new URL('./', import.meta.url);

/** Everything the assistant can say, before anything is made of it. */
export interface Contents {
  entries: Map<string, Entry>;
  phrasings: Phrasing[];
  contacts: Map<string, string>;
  sources: Map<string, Source>;
  /** The policy's clauses, in its order. */
  policy: PolicyClause[];
}

/**
 * Reads all of it.
 * @throws KnowledgeError that lists every problem by file: unknown ids, phrasings that stand twice, missing sources.
 */
export function loadContents(): Contents {
  const problems: string[] = [];
  const read = <T>(path: string, shape: z.ZodType<T>): T | undefined => {
    try {
      return shape.parse(parse(readFileSync(new URL(path, ROOM), 'utf8')));
    } catch (error) {
      problems.push(
        `${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`,
      );
      return undefined;
    }
  };
  const sources = new Map(
    Object.entries(read('sources/sources.yaml', sourceFile) ?? {}).map(([id, source]) => [
      id,
      { id, ...source },
    ]),
  );
  const contacts = new Map(Object.entries(read('contacts.yaml', z.record(z.string(), z.string())) ?? {}));
  const policy = readPolicy(readFileSync(new URL('sources/acceptable-use-policy.txt', ROOM), 'utf8'));
  const reader = entryReader({ read, sources, contacts, policy, problems });

  const entries = new Map<string, Entry>();
  const phrasings: Phrasing[] = [];
  for (const folder of readdirSync(new URL('entries/', ROOM)).sort()) {
    const names = readdirSync(new URL(`entries/${folder}/`, ROOM)).filter((name) => name.endsWith('.yaml'));
    for (const name of names.filter((each) => !each.endsWith('.phrasings.yaml')).sort()) {
      const entry = reader(folder, name.replace(/\.yaml$/, ''));
      if (entry) entries.set(entry.id, entry);
    }
    for (const name of names.filter((each) => each.endsWith('.phrasings.yaml')).sort()) {
      const id = `${folder}/${name.replace(/\.phrasings\.yaml$/, '')}`;
      phrasings.push(...phrasingsOf(id, read(`entries/${folder}/${name}`, phrasingsFile)));
    }
  }
  problems.push(...disagreements(entries, phrasings, policy));
  if (problems.length > 0)
    throw new KnowledgeError(`What the assistant knows needs attention:\n  ${problems.join('\n  ')}`);
  return { entries, phrasings, contacts, sources, policy };
}

function phrasingsOf(id: string, file: z.infer<typeof phrasingsFile> | undefined): Phrasing[] {
  if (!file) return [];
  return PHRASING_KINDS.flatMap((kind) =>
    (file[kind] ?? []).map((item) =>
      typeof item === 'string'
        ? { text: item, kind, entries: [id] }
        : { text: item.text, kind, entries: [id, ...item.with] },
    ),
  );
}

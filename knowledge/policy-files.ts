/** Reads the room's files as they are, also while they do not agree yet: an import has to work then too. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { type PolicyClause, readPolicy } from './policy.ts';

export const POLICY_FILE = 'sources/acceptable-use-policy.txt';
export const SOURCES_FILE = 'sources/sources.yaml';
const PHRASINGS = '.phrasings.yaml';
const EVALUATION = 'evaluation/';

/** A file of the room, by its path in it. */
export interface RoomFile {
  path: string;
  text: string;
}

/** An entry, or its phrasings. */
export interface EntryFile extends RoomFile {
  /** `aup/3.1.12`. */
  id: string;
  phrasings: boolean;
  /** What the file says; nothing when it cannot be read as YAML. */
  fields: Record<string, unknown>;
}

export interface PolicyFiles {
  policyText: string;
  policy: PolicyClause[];
  sources: string;
  entries: EntryFile[];
  /** Labelled questions that name the clauses which answer them. */
  evaluation: RoomFile[];
}

/**
 * @param room the folder `knowledge/`.
 * @throws Error when a folder or a source is not there.
 */
export function readPolicyFiles(room: string): PolicyFiles {
  const read = (path: string): RoomFile => ({ path, text: readFileSync(resolve(room, path), 'utf8') });
  const policyText = read(POLICY_FILE).text;
  const folders = readdirSync(resolve(room, 'entries')).sort();
  const paths = folders.flatMap((folder) =>
    readdirSync(resolve(room, 'entries', folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `entries/${folder}/${name}`),
  );
  return {
    policyText,
    policy: readPolicy(policyText),
    sources: read(SOURCES_FILE).text,
    entries: paths.map(read).map(entryFrom),
    evaluation: readdirSync(resolve(room, EVALUATION))
      .filter((name) => name.endsWith('.tsv'))
      .map((name) => read(`${EVALUATION}${name}`))
      .filter(({ text }) => columnOf(text, 'accept') >= 0),
  };
}

/** @returns where a column of a tab separated table stands, or -1. */
export function columnOf(table: string, name: string): number {
  return (table.split(/\r?\n/, 1)[0] ?? '').split('\t').indexOf(name);
}

function entryFrom(file: RoomFile): EntryFile {
  const phrasings = file.path.endsWith(PHRASINGS);
  const id = file.path.replace(/^entries\//, '').replace(phrasings ? PHRASINGS : /\.yaml$/, '');
  return { ...file, id, phrasings, fields: fieldsOf(file.text) };
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const fields: unknown = parse(text);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Makes an entry of its file: which kind it is follows from where it stands and what it holds. */
import { z } from 'zod';
import { type Entry, FEATURE_IDS, type FeatureId, type Later, type Source } from './entry.ts';
import { clauseFile, factFile, gapFile, openerFile, smallTalkFile } from './entry-files.ts';
import type { PolicyClause } from './policy.ts';

/** Entries in this folder are known gaps; their feature is a field. */
const GAPS = 'gaps';
/** The folder of the policy's clauses, and the id of its source. */
export const POLICY = 'aup';

export interface ReaderParts {
  /** Reads a file of the room; a problem is noted and gives undefined.*/
  read<T>(path: string, shape: z.ZodType<T>): T | undefined;
  sources: Map<string, Source>;
  contacts: Map<string, string>;
  policy: PolicyClause[];
  problems: string[];
}

/** @returns the function that reads one entry. Problems go to `problems`. */
export function entryReader({ read, sources, contacts, policy, problems }: ReaderParts) {
  return (folder: string, name: string): Entry | undefined => {
    const path = `entries/${folder}/${name}.yaml`;
    const id = `${folder}/${name}`;
    const problem = (text: string) => void problems.push(`${path}: ${text}`);
    const source = (key: string): Source => {
      const found = sources.get(key);
      if (!found) problem(`no source is called ${key}`);
      return found ?? { id: key, title: key, publisher: '', year: 'undated' };
    };
    const contact = (key: string) => {
      if (!contacts.has(key)) problem(`no contact is called ${key}`);
      return contacts.get(key) ?? '';
    };
    const laterOf = (list: { text: string; source: string }[]): Later[] =>
      list.map((each) => ({ text: each.text, source: source(each.source) }));

    if (folder === GAPS) {
      const file = read(path, gapFile);
      return file && { kind: 'gap', id, ...file, ask: contact(file.ask) };
    }
    const feature = FEATURE_IDS.find((each) => each === folder) as FeatureId | undefined;
    if (!feature) {
      problem(`no feature is called ${folder}`);
      return undefined;
    }
    if (folder === POLICY && policy.some((each) => each.number === name)) {
      const file = read(path, clauseFile);
      const clause = policy.find((each) => each.number === name);
      if (!file || !clause) return undefined;
      const ours = { ...file, later: laterOf(file.later), ask: contact(file.ask), source: source(POLICY) };
      return { kind: 'clause', id, feature, ...clause, ...ours };
    }
    const shape = read(path, z.looseObject({}));
    if (shape && 'opens' in shape) {
      const file = read(path, openerFile);
      return file && { kind: 'opener', id, feature, ...file };
    }
    if (shape && 'smallTalk' in shape) {
      const file = read(path, smallTalkFile);
      if (!file) return undefined;
      const { title, answer, urgent } = file;
      return { kind: 'small-talk', id, feature, title, answer, urgent };
    }
    const file = read(path, factFile);
    if (!file) return undefined;
    const ours = { later: laterOf(file.later), ask: contact(file.ask), source: source(file.source) };
    return { kind: 'fact', id, feature, ...file, ...ours };
  };
}

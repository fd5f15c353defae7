/** Reads `entries/` and `sources/`, checks that they agree, and reports every problem at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  type Entry,
  FEATURE_IDS,
  type FeatureId,
  type Later,
  PHRASING_KINDS,
  type Phrasing,
  type Source,
} from './entry.ts';
import { type PolicyClause, readPolicy } from './policy.ts';

const ROOM = new URL('./', import.meta.url);
/** Entries in this folder are known gaps; their feature is a field. */
const GAPS = 'gaps';
const POLICY = 'aup';

const link = z.strictObject({ title: z.string(), url: z.url() });
const laterFile = z.array(z.strictObject({ text: z.string(), source: z.string() })).default([]);
const clauseFile = z.strictObject({
  title: z.string(),
  summary: z.string(),
  twins: z.array(z.strictObject({ clause: z.coerce.string(), adds: z.string() })).default([]),
  caution: z.string().optional(),
  later: laterFile,
  ask: z.string(),
});
const factFile = z.strictObject({
  title: z.string(),
  answer: z.string(),
  steps: z.array(z.string()).default([]),
  quote: z.string().optional(),
  source: z.string(),
  later: laterFile,
  links: z.array(link).default([]),
  ask: z.string(),
});
const gapFile = z.strictObject({
  title: z.string(),
  feature: z.enum(FEATURE_IDS),
  answer: z.string(),
  ask: z.string(),
  see: z.array(z.string()).default([]),
});
const openerFile = z.strictObject({ title: z.string(), opens: z.string() });
const smallTalkFile = z.strictObject({ title: z.string(), answer: z.string(), smallTalk: z.literal(true) });
const sourceFile = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    publisher: z.string(),
    year: z.union([z.number().int(), z.literal('undated')]),
    version: z.string().optional(),
    imported: z.coerce.string().optional(),
    file: z.string().optional(),
    readAt: z.url().optional(),
  }),
);
const shared = z.strictObject({ text: z.coerce.string(), with: z.array(z.string()).min(1) });
const plain = z.array(z.coerce.string()).nullable().default([]);
const phrasingsFile = z.strictObject({
  questions: plain,
  searches: plain,
  typos: plain,
  situations: plain,
  indirect: plain,
  shared: z.array(shared).nullable().default([]),
});

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
 * @throws Error that lists every problem by file: unknown ids, phrasings that stand twice, missing sources.
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
    throw new Error(`What the assistant knows needs attention:\n  ${problems.join('\n  ')}`);
  return { entries, phrasings, contacts, sources, policy };
}

interface ReaderParts {
  read<T>(path: string, shape: z.ZodType<T>): T | undefined;
  sources: Map<string, Source>;
  contacts: Map<string, string>;
  policy: PolicyClause[];
  problems: string[];
}

function entryReader({ read, sources, contacts, policy, problems }: ReaderParts) {
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
      return file && { kind: 'small-talk', id, feature, title: file.title, answer: file.answer };
    }
    const file = read(path, factFile);
    if (!file) return undefined;
    const ours = { later: laterOf(file.later), ask: contact(file.ask), source: source(file.source) };
    return { kind: 'fact', id, feature, ...file, ...ours };
  };
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

/** Two phrasings are the same when they differ in case, punctuation or spaces only. */
export function sameness(text: string): string {
  const plain = text.toLowerCase().normalize('NFKC');
  // "?" and ":)" are all punctuation, and still are what people type.
  return plain.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ').trim() || plain;
}

function disagreements(entries: Map<string, Entry>, phrasings: Phrasing[], policy: PolicyClause[]): string[] {
  const problems: string[] = [];
  const seen = new Map<string, Phrasing>();
  for (const phrasing of phrasings) {
    for (const id of phrasing.entries) {
      if (!entries.has(id))
        problems.push(`${phrasing.entries[0]}: "${phrasing.text}" names ${id}, which is not there`);
    }
    const key = sameness(phrasing.text);
    const before = seen.get(key);
    if (before) {
      const where = before.entries[0] === phrasing.entries[0] ? 'twice there' : `in ${before.entries[0]} too`;
      problems.push(`${phrasing.entries[0]}: "${phrasing.text}" stands ${where}`);
    }
    seen.set(key, phrasing);
  }
  for (const clause of policy) {
    if (!entries.has(`${POLICY}/${clause.number}`))
      problems.push(`entries/aup/${clause.number}.yaml is missing`);
  }
  for (const entry of entries.values()) {
    const named = entry.kind === 'clause' ? entry.twins.map(({ clause }) => `${POLICY}/${clause}`) : [];
    const near = entry.kind === 'gap' ? entry.see : [];
    for (const id of [...named, ...near].filter((each) => !entries.has(each))) {
      problems.push(`${entry.id}: names ${id}, which is not there`);
    }
  }
  return problems;
}

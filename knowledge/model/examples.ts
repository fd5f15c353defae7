/** What the model learns from, and the fingerprint that tells whether a trained file still belongs to it. */
import { createHash } from 'node:crypto';
import type { Contents } from '../load-entries.ts';
import type { Example } from './train.ts';

/** A change in how features are made or learnt makes older files invalid: raise it then. */
const METHOD = 2;

/** Phrasings, and the titles of all entries. */
export function examplesFrom({ entries, phrasings }: Contents): Example[] {
  const titles = [...entries.values()].map((entry) => ({ text: entry.title, entries: [entry.id] }));
  return [...phrasings.map(({ text, entries: ids }) => ({ text, entries: ids })), ...titles];
}

export function fingerprint(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(`${METHOD}\n`);
  for (const { text, entries } of examples) hash.update(`${entries.join(' ')}\t${text}\n`);
  return hash.digest('hex');
}

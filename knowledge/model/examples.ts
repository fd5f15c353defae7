/** What the model learns from, and the fingerprint that tells whether a trained file still belongs to it. */
import { createHash } from 'node:crypto';
import type { Contents } from '../load-entries.ts';
import type { Example } from './train.ts';

/** A change in how features are made or learnt makes older files invalid: raise it then. */
const METHOD = 3;

/** Phrasings, and the titles of all entries. */
export function examplesFrom({ entries, phrasings }: Contents): Example[] {
  const titles = [...entries.values()].map((entry) => ({ text: entry.title, entries: [entry.id] }));
  return [...phrasings.map(({ text, entries: ids }) => ({ text, entries: ids })), ...titles];
}

/** The same texts, with the features of their entries instead of the entries. */
export function featureExamples(examples: readonly Example[], { entries }: Contents): Example[] {
  return examples.map(({ text, entries: ids }) => ({
    text,
    entries: [...new Set(ids.flatMap((id) => entries.get(id)?.feature ?? []))],
  }));
}

/** Between 0 (as they come) and 1 (every feature as often as the largest). Chosen on `npm run eval -- --routing`. */
const EVENNESS = 0.75;

/**
 * Most phrasings are about the policy, most messages are not: phrasings of smaller features are seen more often.
 * @returns how often each example is seen.
 */
export function timesFor(examples: readonly Example[]): (example: Example) => number {
  const counts = new Map<string, number>();
  for (const { entries } of examples)
    for (const feature of entries) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return ({ entries: [feature = ''] }) =>
    Math.max(1, Math.round((most / (counts.get(feature) ?? most)) ** EVENNESS));
}

export function fingerprint(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(`${METHOD}\n`);
  for (const { text, entries } of examples) hash.update(`${entries.join(' ')}\t${text}\n`);
  return hash.digest('hex');
}

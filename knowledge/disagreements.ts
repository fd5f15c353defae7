/** What is wrong between the files, when each by itself is right: unknown ids, and phrasings that stand twice. */
import type { Entry, Phrasing } from './entry.ts';
import type { PolicyClause } from './policy.ts';
import { POLICY } from './read-entry.ts';

/** Two phrasings are the same when they differ in case, punctuation or spaces only. */
export function sameness(text: string): string {
  const plain = text.toLowerCase().normalize('NFKC');
  // "?" and ":)" are all punctuation, and still are what people type.
  return plain.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ').trim() || plain;
}

/** @returns one line for each problem, naming the file to mend. */
export function disagreements(
  entries: Map<string, Entry>,
  phrasings: Phrasing[],
  policy: PolicyClause[],
): string[] {
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

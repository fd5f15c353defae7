/** Finds what became of each clause in a new text of the policy: kept, reworded, renumbered, removed or added. */
import type { PolicyClause } from './policy.ts';

export interface Reworded {
  number: string;
  before: string;
  after: string;
}

export interface Renumbered {
  from: string;
  to: string;
  before: string;
  after: string;
  /** The words changed as well. */
  reworded: boolean;
}

export interface PolicyChanges {
  /** Numbers of the clauses that stayed as they were. */
  same: string[];
  reworded: Reworded[];
  renumbered: Renumbered[];
  added: PolicyClause[];
  /** A clause whose number now says something else is removed, and the other is added. */
  removed: PolicyClause[];
  /** Headings that changed, as the policy writes them. */
  headings: { before: string; after: string }[];
}

/**
 * How alike two texts must be to be one clause, 0 to 1. Two different clauses of the present policy reach 0.36 at most;
 * under the same number less is needed, because the number says that they belong together.
 */
const ALIKE = { sameNumber: 0.3, otherNumber: 0.55 };

/** Both texts as `readPolicy` gives them. */
export function comparePolicies(
  before: readonly PolicyClause[],
  after: readonly PolicyClause[],
): PolicyChanges {
  const pairs = pairClauses(before, after);
  const gone = before.filter((clause) => !pairs.has(clause));
  const kept = new Set(pairs.values());
  const changes: PolicyChanges = {
    same: [],
    reworded: [],
    renumbered: [],
    added: after.filter((clause) => !kept.has(clause)),
    removed: gone,
    headings: headingsChanged(before, after),
  };
  for (const [old, now] of pairs) {
    const reworded = plain(old.text) !== plain(now.text);
    const texts = { before: old.text, after: now.text };
    if (old.number !== now.number)
      changes.renumbered.push({ from: old.number, to: now.number, ...texts, reworded });
    else if (reworded) changes.reworded.push({ number: old.number, ...texts });
    else changes.same.push(old.number);
  }
  return changes;
}

/** The same words first, under the same number before another; then the likest of what is left. */
function pairClauses(before: readonly PolicyClause[], after: readonly PolicyClause[]) {
  const pairs = new Map<PolicyClause, PolicyClause>();
  const taken = new Set<PolicyClause>();
  const pair = (old: PolicyClause, now: PolicyClause | undefined) => {
    if (!now || pairs.has(old) || taken.has(now)) return;
    pairs.set(old, now);
    taken.add(now);
  };
  const free = () => after.filter((each) => !taken.has(each));
  const sameWords = (old: PolicyClause) => free().filter((each) => plain(each.text) === plain(old.text));
  for (const old of before)
    pair(
      old,
      sameWords(old).find((each) => each.number === old.number),
    );
  for (const old of before.filter((each) => !pairs.has(each))) pair(old, sameWords(old)[0]);

  const likeness = createLikeness([...before, ...after].map(({ text }) => text));
  before
    .filter((old) => !pairs.has(old))
    .flatMap((old) => free().map((now) => ({ old, now, alike: likeness(old.text, now.text) })))
    .filter(({ old, now, alike }) => {
      return alike >= (old.number === now.number ? ALIKE.sameNumber : ALIKE.otherNumber);
    })
    .sort((left, right) => right.alike - left.alike)
    .forEach(({ old, now }) => {
      pair(old, now);
    });
  // In the policy's order, not in the order of likeness.
  return new Map(
    before.flatMap((old) => {
      const now = pairs.get(old);
      return now ? [[old, now] as const] : [];
    }),
  );
}

/** The share of words that two texts have in common; a word that stands in many clauses counts for little. */
function createLikeness(texts: readonly string[]) {
  const clauses = new Map<string, number>();
  for (const text of texts)
    for (const word of bagOf(text).keys()) clauses.set(word, (clauses.get(word) ?? 0) + 1);
  const weight = (bag: ReadonlyMap<string, number>) =>
    [...bag].reduce((sum, [word, count]) => sum + count / (clauses.get(word) ?? 1), 0);
  return (one: string, other: string): number => {
    const [left, right] = [bagOf(one), bagOf(other)];
    const common = new Map([...left].map(([word, count]) => [word, Math.min(count, right.get(word) ?? 0)]));
    return (2 * weight(common)) / (weight(left) + weight(right) || 1);
  };
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function headingsChanged(before: readonly PolicyClause[], after: readonly PolicyClause[]) {
  const byNumber = (clauses: readonly PolicyClause[]) =>
    new Map(clauses.map(({ section }) => [section.split(/\s/, 1)[0] ?? '', section]));
  const now = byNumber(after);
  return [...byNumber(before)].flatMap(([number, heading]) => {
    const other = now.get(number);
    return other !== undefined && plain(other) !== plain(heading) ? [{ before: heading, after: other }] : [];
  });
}

/** A line break or a second space changes no word. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What became of a clause that something else names, in words. */
import type { PolicyChanges } from './policy-changes.ts';

export interface Fate {
  words: string;
  /** Only the number changed, and links follow by themselves. */
  mechanical: boolean;
}

/** @returns nothing for clauses that stayed as they were. */
export function whatBecame(changes: PolicyChanges): Map<string, Fate> {
  return new Map<string, Fate>([
    ...changes.reworded.map(({ number }) => [number, { words: 'was reworded', mechanical: false }] as const),
    ...changes.renumbered.map(({ from, to, reworded }) => {
      const words = reworded ? `is now ${to} and was reworded` : `is now ${to}`;
      return [from, { words, mechanical: !reworded }] as const;
    }),
    ...changes.removed.map(({ number }) => [number, { words: 'is gone', mechanical: false }] as const),
  ]);
}

/** A clause's files follow its number. */
export function pathAfter(path: string, { renumbered }: PolicyChanges): string {
  return path.replace(/(?<=^entries\/aup\/)\d+(?:\.\d+)*/, (number) => {
    return renumbered.find(({ from }) => from === number)?.to ?? number;
  });
}

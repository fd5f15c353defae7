/** What a stock search box does: BM25 over the policy's clauses. The measure that every change is held against. */
import MiniSearch from 'minisearch';
import type { Contents } from '../load-entries.ts';
import type { Shown } from './evaluate.ts';

/** @returns the clauses that a search box would list, best first. It never says that the policy does not answer. */
export function createBaseline({ policy }: Contents): (question: string) => Shown {
  const search = new MiniSearch({ fields: ['text', 'section'], idField: 'number' });
  search.addAll(policy);
  return (question) => {
    const clauses = search.search(question, { fuzzy: 0.2, prefix: true }).slice(0, 3);
    return {
      outcome: clauses.length > 0 ? 'answered' : 'not-covered',
      clauses: clauses.map(({ id }) => String(id)),
    };
  };
}

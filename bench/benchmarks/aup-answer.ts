/** Whether understanding a question takes longer than a stock search box would. */
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { readQuestions } from '../../knowledge/evaluation/evaluate.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import { type Benchmark, compare } from '../benchmark.ts';
import { median, quantile } from '../quantile.ts';

const QUESTIONS = new URL('../../knowledge/evaluation/aup.tsv', import.meta.url);
const ASKED = 200;
const WARM_UP_PASSES = 10;
/** Fewer than ours: BM25 takes long over so many phrasings. */
const SEARCH_PASSES = 3;
const PASSES = 20;
const target = { atMost: 1 };

export const benchmark: Benchmark = {
  name: 'aup-answer',
  unit: 'ms',
  target,
  about: 'Median time to understand a question, over BM25 (MiniSearch) on the same phrasings and clauses',
  async run() {
    const knowledge = loadKnowledge();
    const search = searchBox(knowledge);
    const questions = evenly(readQuestions(readFileSync(QUESTIONS, 'utf8')), ASKED);
    const pass = (answer: (question: string) => unknown) =>
      questions.map(({ question }) => milliseconds(() => answer(question)));
    const passes = (count: number, answer: (question: string) => unknown) =>
      Array.from({ length: count }, () => pass(answer)).flat();
    passes(WARM_UP_PASSES, knowledge.understand);
    passes(1, (question) => search.search(question));
    const theirs = passes(SEARCH_PASSES, (question) => search.search(question));
    const ours = passes(PASSES, knowledge.understand);
    const p99 = quantile(ours, 0.99).toFixed(2);
    const note = `99th percentile ${p99} ms, theirs ${quantile(theirs, 0.99).toFixed(2)} ms`;
    return { ...compare(median(ours), median(theirs), target), note };
  },
};

/** MiniSearch as it comes: BM25+ over words. */
function searchBox({ contents }: Knowledge): MiniSearch {
  const search = new MiniSearch({ fields: ['text'] });
  const texts = [...contents.phrasings, ...contents.policy].map(({ text }) => text);
  search.addAll(texts.map((text, id) => ({ id, text })));
  return search;
}

/** So many of them, from beginning to end. */
function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const step = items.length / count;
  return Array.from({ length: count }, (_, index) => items[Math.floor(index * step)] as T);
}

function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

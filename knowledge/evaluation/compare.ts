/** The ways to find an entry that were weighed against each other, measured on the same questions in the same run. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Entry } from '../entry.ts';
import type { Contents } from '../load-entries.ts';
import { createClassifier } from '../model/classifier.ts';
import { examplesFrom } from '../model/examples.ts';
import { pack } from '../model/model-file.ts';
import { type Example, train } from '../model/train.ts';
import { countFeatures, type Meaning } from '../model/vectoriser.ts';
import { loadWordMeaning } from '../model/word-vectors.ts';
import type { LabelledQuestion } from './evaluate.ts';

/** Gives entries for a question, best first. */
export type Ranking = (question: string) => string[];

export interface Approach {
  name: string;
  /** Built when its turn comes: some take minutes. */
  build(): Ranking;
}

const RANKED = 20;
/** As a search box is usually set; over all phrasings it takes a second a question. */
const LENIENT: SearchOptions = { fuzzy: 0.2, prefix: true };
const NO_MEANING: Meaning = { dimensions: 0, of: () => new Float32Array(0) };

/** @param encoder a sentence encoder's directions for all phrasings and questions, when somebody made them. */
export function approaches(contents: Contents, encoder?: Meaning): Approach[] {
  const examples = examplesFrom(contents);
  const entries = [...contents.entries.values()];
  return [
    { name: 'BM25 over the clauses', build: () => searchBox(clauseTexts(entries), LENIENT) },
    {
      name: 'BM25 over clauses and phrasings',
      build: () => searchBox([...clauseTexts(entries), ...examples]),
    },
    { name: 'nearest phrasing (cosine of n-grams)', build: () => nearest(examples) },
    { name: 'linear classifier', build: () => linear(examples, NO_MEANING) },
    { name: 'linear classifier and word vectors', build: () => linear(examples, loadWordMeaning()) },
    ...(encoder
      ? [{ name: 'linear classifier and sentence encoder', build: () => linear(examples, encoder) }]
      : []),
  ];
}

/** Shares: a right clause first, a right clause among the first three clauses, and no clause first when none is right. */
export function rankedShares(questions: readonly LabelledQuestion[], rank: Ranking) {
  const answerable = questions.filter(({ accept }) => accept.length > 0);
  const unanswerable = questions.filter(({ accept }) => accept.length === 0);
  const clauses = (question: string) =>
    rank(question).flatMap((id) => (id.startsWith('aup/') ? [id.slice('aup/'.length)] : []));
  const share = (part: readonly unknown[], whole: readonly unknown[]) =>
    part.length / Math.max(whole.length, 1);
  return {
    first: share(
      answerable.filter(({ question, accept }) => accept.some((each) => rank(question)[0] === `aup/${each}`)),
      answerable,
    ),
    firstThree: share(
      answerable.filter(({ question, accept }) =>
        clauses(question)
          .slice(0, 3)
          .some((each) => accept.includes(each)),
      ),
      answerable,
    ),
    noClause: share(
      unanswerable.filter(({ question }) => !rank(question)[0]?.startsWith('aup/')),
      unanswerable,
    ),
  };
}

function clauseTexts(entries: readonly Entry[]): Example[] {
  return entries.flatMap((entry) =>
    entry.kind === 'clause' ? [{ text: entry.text, entries: [entry.id] }] : [],
  );
}

function searchBox(texts: readonly Example[], options: SearchOptions = {}): Ranking {
  const search = new MiniSearch({ fields: ['text'], storeFields: ['entry'] });
  search.addAll(texts.map(({ text, entries }, id) => ({ id, text, entry: entries[0] })));
  return (question) => distinct(search.search(question, options).map(({ entry }) => entry));
}

function nearest(examples: readonly Example[]): Ranking {
  const postings = new Map<string, number[]>();
  const sizes = examples.map(({ text }, at) => {
    const features = [...countFeatures(text).keys()];
    for (const feature of features) {
      const found = postings.get(feature);
      if (found) found.push(at);
      else postings.set(feature, [at]);
    }
    return features.length;
  });
  return (question) => {
    const likeness = new Float64Array(examples.length);
    for (const feature of countFeatures(question).keys()) {
      const found = postings.get(feature) ?? [];
      const rarity = Math.log(1 + examples.length / (1 + found.length));
      for (const at of found) likeness[at] = (likeness[at] as number) + rarity;
    }
    const order = [...likeness.keys()].map((at) => ({
      at,
      score: (likeness[at] as number) / Math.sqrt(sizes[at] || 1),
    }));
    order.sort((left, right) => right.score - left.score);
    return distinct(order.slice(0, RANKED * 5).map(({ at }) => examples[at]?.entries[0] ?? ''));
  };
}

function linear(examples: readonly Example[], meaning: Meaning): Ranking {
  const classifier = createClassifier(pack(train(examples, meaning), ''), meaning);
  return (question) => {
    const likelihoods = Float64Array.from(classifier.likelihoods(question));
    const order = [...likelihoods.keys()].sort(
      (a, b) => (likelihoods[b] as number) - (likelihoods[a] as number),
    );
    return order.slice(0, RANKED).map((place) => classifier.classes[place] ?? '');
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].slice(0, RANKED);
}

/** What the assistant knows, and how it finds it: the one door to this room. */
import type { Clause, Entry } from './entry.ts';
import { type Contents, loadContents } from './load-entries.ts';
import { countFeatures } from './model/vectoriser.ts';
import { createSearch, type Findable } from './search.ts';
import { type Part, splitQuestions } from './split-questions.ts';
import { createUnderstanding, type Understanding } from './understand.ts';

export interface Section {
  number: string;
  title: string;
  clauses: Clause[];
}

export interface Knowledge {
  entry(id: string): Entry | undefined;
  clause(number: string): Clause | undefined;
  /** The policy's sections in its order. */
  sections: readonly Section[];
  contact(key: string): string;
  /** Finds what a message asks for: see `Understanding`. */
  understand(text: string): Understanding;
  /** Clauses and facts for a few words, best first; for none, what people ask most. */
  search(words: string): Findable[];
  /** Parts a message that clearly asks two or three things. @returns undefined when it is one question. */
  split(text: string): Part[] | undefined;
  /** Which phrasings of an entry a message is likest to: for `npm run ask -- --why`. */
  nearestPhrasings(message: string, entry: string): string[];
  contents: Contents;
}

/** @throws KnowledgeError that lists every problem of the entries, or says that the model needs training. */
export function loadKnowledge(): Knowledge {
  const contents = loadContents();
  const sections = sectionsOf(contents);
  const understand = createUnderstanding(contents, sections);
  return {
    entry: (id) => contents.entries.get(id),
    clause: (number) => clauseOf(contents, number),
    sections,
    contact: (key) => contents.contacts.get(key) ?? '',
    understand,
    search: createSearch(contents, understand),
    split: (text) => splitQuestions(text, understand),
    nearestPhrasings: (message, entry) => nearestPhrasings(contents, message, entry),
    contents,
  };
}

function clauseOf(contents: Contents, number: string): Clause | undefined {
  const entry = contents.entries.get(`aup/${number}`);
  return entry?.kind === 'clause' ? entry : undefined;
}

function sectionsOf(contents: Contents): Section[] {
  const sections = new Map<string, Section>();
  for (const { number, section } of contents.policy) {
    const clause = clauseOf(contents, number);
    if (!clause) continue;
    const [, sectionNumber = '', title = ''] = /^([\d.]+?)\.?\s+(.*)$/.exec(section) ?? [];
    const known = sections.get(sectionNumber) ?? { number: sectionNumber, title, clauses: [] };
    known.clauses.push(clause);
    sections.set(sectionNumber, known);
  }
  return [...sections.values()];
}

const NEAREST = 3;

/** The entry's phrasings that share most of their rare features with the message, likest first. */
function nearestPhrasings({ phrasings }: Contents, message: string, entry: string): string[] {
  const wanted = new Set(countFeatures(message).keys());
  return phrasings
    .filter(({ entries }) => entries.includes(entry))
    .map(({ text }) => {
      const features = [...countFeatures(text).keys()];
      const common = features.filter((feature) => wanted.has(feature)).length;
      return { text, likeness: common / Math.sqrt(features.length * wanted.size || 1) };
    })
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, NEAREST)
    .map(({ text, likeness }) => `${likeness.toFixed(2)}  ${text}`);
}

/** Finds clauses and facts by a few words, as somebody types them into a search box. Unlike a question it gets a list. */
import type { Clause, Entry, Fact } from './entry.ts';
import type { Contents } from './load-entries.ts';
import type { Understanding } from './understand.ts';

/** What can be shown to everybody, with a source. */
export type Findable = Clause | Fact;

const MOST = 10;
/** With nothing typed: what people ask most, from every feature. */
const STARTERS_EACH = 2;
/** Words in the title speak as loudly as a likely answer; words elsewhere speak half as loudly. */
const TITLE = 0.3;
const BODY = 0.15;
/** Less than this is noise. */
const LEAST = 0.02;

interface Indexed {
  entry: Findable;
  title: string;
  body: string;
}

export function createSearch(
  { entries, phrasings }: Pick<Contents, 'entries' | 'phrasings'>,
  understand: (message: string) => Understanding,
): (words: string) => Findable[] {
  const index = [...entries.values()].filter(isFindable).map(indexed);
  const starters = mostAsked(index, phrasings);
  return (typed) => {
    const words = wordsOf(typed);
    if (words.length === 0) return starters;
    const { outcome, ...understood } = understand(typed);
    if (outcome === 'browse' && 'place' in understood) {
      const { number, section } = understood.place;
      const named = index.filter(
        ({ entry }) =>
          entry.kind === 'clause' && (entry.number === number || entry.section.startsWith(`${section}.`)),
      );
      if (named.length > 0) return named.map(({ entry }) => entry).slice(0, MOST);
    }
    const likely = new Map(understood.candidates.map(({ entry, likelihood }) => [entry, likelihood]));
    return index
      .map((each) => ({ entry: each.entry, score: (likely.get(each.entry.id) ?? 0) + said(words, each) }))
      .filter(({ score }) => score >= LEAST)
      .sort((left, right) => right.score - left.score)
      .slice(0, MOST)
      .map(({ entry }) => entry);
  };
}

function isFindable(entry: Entry): entry is Findable {
  return entry.kind === 'clause' || entry.kind === 'fact';
}

function indexed(entry: Findable): Indexed {
  const body =
    entry.kind === 'clause'
      ? [entry.number, entry.section, entry.summary, entry.text]
      : [entry.answer, ...entry.steps, entry.quote ?? ''];
  return { entry, title: spaced(entry.title), body: spaced(body.join(' ')) };
}

/** Every word has to stand there; the last one may still be half typed. */
function said(words: readonly string[], { title, body }: Indexed): number {
  const standsIn = (text: string) =>
    words.every((word, at) => text.includes(at === words.length - 1 ? ` ${word}` : ` ${word} `));
  if (standsIn(title)) return TITLE;
  return standsIn(title + body) ? BODY : 0;
}

function mostAsked(index: readonly Indexed[], phrasings: Contents['phrasings']): Findable[] {
  const asked = Map.groupBy(
    phrasings.flatMap(({ entries }) => entries.slice(0, 1)),
    (id) => id,
  );
  const timesOf = ({ entry }: Indexed) => asked.get(entry.id)?.length ?? 0;
  const byFeature = Map.groupBy(index, ({ entry }) => entry.feature);
  return [...byFeature.values()]
    .flatMap((each) => each.sort((left, right) => timesOf(right) - timesOf(left)).slice(0, STARTERS_EACH))
    .sort((left, right) => timesOf(right) - timesOf(left))
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

function wordsOf(text: string): string[] {
  return spaced(text).trim().split(' ').filter(Boolean);
}

/** Words in lower case with one space around each. */
function spaced(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? [];
  return ` ${words.join(' ')} `;
}

/** Finds what a message asks for: one model over all entries of all features, so the entry gives the feature too. */
import { type BrowsePlace, browsePlace } from './browse.ts';
import type { Entry, Gap } from './entry.ts';
import type { Section } from './knowledge.ts';
import { LIMITS } from './limits.ts';
import type { Contents } from './load-entries.ts';
import { type Candidate, loadClassifier } from './model/classifier.ts';
import { examplesFrom, fingerprint } from './model/examples.ts';

export type Understanding =
  | { outcome: 'answered'; entry: Entry; candidates: Candidate[] }
  /** Close calls: two or three entries, best first. */
  | { outcome: 'choose'; options: Entry[]; candidates: Candidate[] }
  /** No source answers it. `gap` is a known gap; `near` may help. */
  | { outcome: 'not-covered'; gap?: Gap; near: Entry[]; candidates: Candidate[] }
  /** The person asked to read the policy at a place. */
  | { outcome: 'browse'; place: BrowsePlace; candidates: Candidate[] };

const CANDIDATES = 6;
const MOST_OPTIONS = 3;

/**
 * @returns the function that understands messages.
 * @throws Error when the trained file does not belong to the phrasings.
 */
export function createUnderstanding(contents: Contents, sections: readonly Section[]) {
  const classifier = loadClassifier();
  if (classifier.fingerprint !== fingerprint(examplesFrom(contents))) {
    throw new Error('The phrasings changed since the model was trained. Run: npm run knowledge -- train');
  }
  return (message: string): Understanding => {
    const place = browsePlace(message, sections);
    if (place) return { outcome: 'browse', place, candidates: [] };
    return decide(classifier.classify(message, CANDIDATES), contents.entries);
  };
}

/** Likely enough is answered; a close call is a choice; otherwise the sources do not say. */
export function decide(candidates: Candidate[], entries: ReadonlyMap<string, Entry>): Understanding {
  const ranked = candidates.flatMap(({ entry: id, likelihood }) => {
    const entry = entries.get(id);
    return entry ? [{ entry, likelihood }] : [];
  });
  const [first] = ranked;
  if (!first) return { outcome: 'not-covered', near: [], candidates };
  const likelihood = together(first.entry, ranked);
  const askable = ranked.filter(({ entry }) => entry.kind !== 'gap' && entry.kind !== 'small-talk');

  if (first.entry.kind === 'gap') {
    const near = first.entry.see.flatMap((id) => entries.get(id) ?? []);
    const rival = askable[0];
    if (rival && first.likelihood < LIMITS.gap && rival.likelihood > first.likelihood * LIMITS.rival) {
      return { outcome: 'choose', options: options([rival, ...askable.slice(1)], LIMITS.option), candidates };
    }
    return { outcome: 'not-covered', gap: first.entry, near, candidates };
  }
  if (likelihood >= LIMITS.answer) return { outcome: 'answered', entry: first.entry, candidates };
  if (first.entry.kind === 'small-talk') {
    return likelihood >= LIMITS.choose
      ? { outcome: 'answered', entry: first.entry, candidates }
      : { outcome: 'not-covered', near: [], candidates };
  }
  if (likelihood >= LIMITS.choose)
    return { outcome: 'choose', options: options(askable, LIMITS.option), candidates };
  return { outcome: 'not-covered', near: [], candidates };
}

/** Clauses that belong together share the likelihood: whichever is shown names the other. */
function together(entry: Entry, ranked: readonly { entry: Entry; likelihood: number }[]): number {
  const twins = entry.kind === 'clause' ? entry.twins.map(({ clause }) => `aup/${clause}`) : [];
  return ranked
    .filter((each) => each.entry === entry || twins.includes(each.entry.id))
    .reduce((sum, each) => sum + each.likelihood, 0);
}

function options(ranked: readonly { entry: Entry; likelihood: number }[], least: number): Entry[] {
  return ranked
    .filter(({ likelihood }, index) => index < 2 || likelihood >= least)
    .slice(0, MOST_OPTIONS)
    .map(({ entry }) => entry);
}

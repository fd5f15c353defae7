/** Finds what a message asks for: one model over all entries of all features, so the entry gives the feature too. */
import { type BrowsePlace, browsePlace } from './browse.ts';
import type { Entry, Gap } from './entry.ts';
import type { Section } from './knowledge.ts';
import { KnowledgeError } from './knowledge-error.ts';
import { LIMITS } from './limits.ts';
import type { Contents } from './load-entries.ts';
import { type Candidate, highest, loadClassifier } from './model/classifier.ts';
import { examplesFrom, fingerprint } from './model/examples.ts';

export type Understanding =
  | { outcome: 'answered'; entry: Entry; candidates: Candidate[] }
  /** Close calls: two or three entries, best first. */
  | { outcome: 'choose'; options: Entry[]; candidates: Candidate[] }
  /** No source answers it. `gap` is a known gap; `near` may help. */
  | { outcome: 'not-covered'; gap?: Gap; near: Entry[]; candidates: Candidate[] }
  /** The person asked to read the policy at a place. */
  | { outcome: 'browse'; place: BrowsePlace; candidates: Candidate[] };

/** How likely each of the best entries is, and how likely it is that no source answers. */
export interface Evidence {
  ranked: { entry: Entry; likelihood: number }[];
  /** All known gaps and all small talk together. */
  uncovered: number;
}

const CANDIDATES = 12;
const OPTIONS = 3;

/**
 * @returns the function that understands messages.
 * @throws KnowledgeError when the trained file does not belong to the phrasings.
 */
export function createUnderstanding(contents: Contents, sections: readonly Section[]) {
  const weigh = createWeighing(contents);
  return (message: string): Understanding => {
    const place = browsePlace(message, sections);
    if (place) return { outcome: 'browse', place, candidates: [] };
    return decide(weigh(message), contents.entries);
  };
}

/** @returns the function that weighs all entries for a message. */
export function createWeighing(contents: Contents): (message: string) => Evidence {
  const classifier = loadClassifier();
  if (classifier.fingerprint !== fingerprint(examplesFrom(contents))) {
    throw new KnowledgeError(
      'The phrasings changed since the model was trained. Run: npm run knowledge -- train',
    );
  }
  const entries = classifier.classes.map((id) => contents.entries.get(id) as Entry);
  const featureAt = entries.map(({ feature }) => classifier.features.indexOf(feature));
  const uncoveredPlaces = entries.flatMap((entry, place) => (isCovered(entry) ? [] : [place]));
  return (message) => {
    const likelihoods = classifier.likelihoods(message);
    if (Math.max(...likelihoods) < LIMITS.clear)
      temper(likelihoods, featureAt, classifier.featureLikelihoods);
    const at = (place: number) => likelihoods[place] as number;
    return {
      ranked: highest(likelihoods, CANDIDATES).map((place) => ({
        entry: entries[place] as Entry,
        likelihood: at(place),
      })),
      uncovered: uncoveredPlaces.reduce((sum, place) => sum + at(place), 0),
    };
  };
}

/** A feature that nothing speaks for is not ruled out. */
const LEAST = 1e-4;

/**
 * Most phrasings are about the policy, so what is unclear looks like the policy. How likely each feature is was learnt
 * apart, from an even share of them all, and shifts the entries of each by half of the difference (on a log scale).
 * @param featureAt of each entry, its place among the features.
 */
function temper(likelihoods: Float64Array, featureAt: readonly number[], features: Float64Array): void {
  const together = new Float64Array(features.length).fill(LEAST);
  featureAt.forEach((feature, at) => {
    together[feature] = (together[feature] as number) + (likelihoods[at] as number);
  });
  const factors = together.map((sum, feature) => Math.sqrt(((features[feature] as number) + LEAST) / sum));
  let sum = 0;
  featureAt.forEach((feature, at) => {
    likelihoods[at] = (likelihoods[at] as number) * (factors[feature] as number);
    sum += likelihoods[at] as number;
  });
  for (let at = 0; at < likelihoods.length; at++) likelihoods[at] = (likelihoods[at] as number) / sum;
}

/** Likely enough is answered; a close call is a choice; otherwise the sources do not say. */
export function decide({ ranked, uncovered }: Evidence, entries: ReadonlyMap<string, Entry>): Understanding {
  const candidates = ranked.map(({ entry, likelihood }) => ({ entry: entry.id, likelihood }));
  const covered = ranked.filter(({ entry }) => isCovered(entry));
  const [best] = covered;
  const [first] = ranked;
  if (first?.entry.kind === 'small-talk' && first.likelihood >= LIMITS.smallTalk) {
    return { outcome: 'answered', entry: first.entry, candidates };
  }
  if (best) {
    const likelihood = together(best.entry, ranked);
    if (likelihood >= LIMITS.answer && likelihood >= uncovered * LIMITS.answerOverUncovered) {
      return { outcome: 'answered', entry: best.entry, candidates };
    }
    const options = covered.slice(0, OPTIONS);
    const choice = options.reduce((sum, option) => sum + option.likelihood, 0);
    const likelyEnough = choice >= LIMITS.choose && choice >= uncovered * LIMITS.chooseOverUncovered;
    // One thing is no choice.
    if (options.length > 1 && likelyEnough) {
      return { outcome: 'choose', options: options.map(({ entry }) => entry), candidates };
    }
  }
  if (first?.entry.kind === 'gap' && first.likelihood >= LIMITS.gap) {
    const near = first.entry.see.flatMap((id) => entries.get(id) ?? []);
    return { outcome: 'not-covered', gap: first.entry, near, candidates };
  }
  return { outcome: 'not-covered', near: [], candidates };
}

function isCovered(entry: Entry): boolean {
  return entry.kind !== 'gap' && entry.kind !== 'small-talk';
}

/** Clauses that belong together share the likelihood: whichever is shown names the other. */
function together(entry: Entry, ranked: Evidence['ranked']): number {
  const twins = entry.kind === 'clause' ? entry.twins.map(({ clause }) => `aup/${clause}`) : [];
  return ranked
    .filter((each) => each.entry === entry || twins.includes(each.entry.id))
    .reduce((sum, each) => sum + each.likelihood, 0);
}

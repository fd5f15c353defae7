/** The nouns of this room: an entry is one thing the assistant knows, and says where it comes from. */

export const FEATURE_IDS = [
  'password',
  'aup',
  'dspt',
  'hygiene',
  'access',
  'benefits',
  'help',
  'human',
  'feedback',
  'none',
] as const;
export type FeatureId = (typeof FEATURE_IDS)[number];

export interface Source {
  id: string;
  title: string;
  publisher: string;
  /** The year it was published, or `undated`. Never a guess. */
  year: number | 'undated';
  /** What the document calls itself, for example `3.2`. Never a guess. */
  version?: string | undefined;
  /** The day its text was copied here, for a document that is in `sources/`. */
  imported?: string | undefined;
  file?: string | undefined;
  readAt?: string | undefined;
}

interface Common {
  /** `<feature>/<name>`, for example `aup/3.1.12`. */
  id: string;
  feature: FeatureId;
  title: string;
}

/** What a later source says that differs, shown beside the older fact and never instead of it. */
export interface Later {
  text: string;
  source: Source;
}

/** A clause of the Acceptable Use Policy. `text` is word for word; `summary` is ours and marked as such. */
export interface Clause extends Common {
  kind: 'clause';
  number: string;
  section: string;
  text: string;
  summary: string;
  source: Source;
  /** Clauses that belong with this one, and what each adds. */
  twins: { clause: string; adds: string }[];
  /** What a reader should know about this clause: a list that was lost, a later fact that differs. */
  caution?: string | undefined;
  later: Later[];
  /** Who confirms what the caution or the later facts leave open. */
  ask: string;
}

/** A fact of another source, in words of ours. `quote` is word for word where the source is in `sources/`. */
export interface Fact extends Common {
  kind: 'fact';
  answer: string;
  steps: string[];
  quote?: string | undefined;
  source: Source;
  later: Later[];
  links: { title: string; url: string }[];
  ask: string;
}

/** A question people ask that no source answers, and whom to ask. */
export interface Gap extends Common {
  kind: 'gap';
  answer: string;
  ask: string;
  /** Entries that come near. */
  see: string[];
}

/** Something to do rather than to read: opens a dialog at a place, for example `dspt.check`. */
export interface Opener extends Common {
  kind: 'opener';
  opens: string;
}

/** A short fitting reply: a greeting, thanks, something clinical. */
export interface SmallTalk extends Common {
  kind: 'small-talk';
  answer: string;
  /** Somebody may be in danger: this stands first, in large letters, and nothing is asked of them. */
  urgent?: string | undefined;
}

export type Entry = Clause | Fact | Gap | Opener | SmallTalk;

export const PHRASING_KINDS = ['questions', 'searches', 'typos', 'situations', 'indirect', 'shared'] as const;
export type PhrasingKind = (typeof PHRASING_KINDS)[number];

/** One way people ask, and the entries that answer it, best first. */
export interface Phrasing {
  text: string;
  kind: PhrasingKind;
  entries: string[];
}

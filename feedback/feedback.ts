/** The nouns of this room: what somebody said of an answer. Never who said it. */

/** `not-asked`: the answer was about something else than they asked. */
export const SAID = ['like', 'dislike', 'not-asked'] as const;
export type Said = (typeof SAID)[number];
export type Reaction = Exclude<Said, 'not-asked'>;

/** Why an answer did not help, as the form offers it. In the order of the form. */
export const REASONS = ['not-asked', 'not-right', 'out-of-date', 'too-little', 'hard-to-follow'] as const;
export type Reason = (typeof REASONS)[number];

/** Longer texts are cut: a form is no letter. In characters. */
export const LONGEST_WORDS = 1000;

/** An answer as it is counted: the feature and the entry that it came from, and what came of the question. */
export interface Rated {
  feature: string;
  /** The entry's id, or empty when nothing was found. */
  entry: string;
  /** `answered`, `not-covered` and so on. */
  outcome: string;
}

export function isReaction(value: unknown): value is Reaction {
  return value === 'like' || value === 'dislike';
}

export function isReason(value: unknown): value is Reason {
  return (REASONS as readonly unknown[]).includes(value);
}

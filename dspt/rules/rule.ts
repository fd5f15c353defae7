/** A rule of the check asserts one thing, and says why it matters, what to do about it, and who says so. */
import type { Organisation } from '../organisation.ts';
import type { Answers } from '../self-check.ts';

/** What is known. Whatever is left out is not known, and so never a pass. */
export interface Facts {
  organisation?: Organisation;
  /** The organisation whose publication may cover this one. */
  headOffice?: Organisation;
  answers: Answers;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The deadline in force, `MM-DD`. */
  deadline: string;
}

export type RuleOutcome = 'ok' | 'warn' | 'not-applicable' | 'unknown';

export interface Rule {
  /** The file's name: what is asserted. */
  id: string;
  motivation: string;
  /** The id of a source in `knowledge/sources`. */
  source: string;
  outcome(facts: Facts): RuleOutcome;
  /** What to do. `unknown`: how to find out. */
  remedy: { warn: string; unknown: string };
}

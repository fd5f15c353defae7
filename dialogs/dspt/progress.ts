/** How far a check has come. It is kept between messages, so it holds public facts only. */
import type { Organisation } from '../../dspt/organisation.ts';
import { showsStandardsMet } from '../../dspt/rules/own-publication.ts';
import type { Facts } from '../../dspt/rules/rule.ts';
import { type Answers, nextQuestion } from '../../dspt/self-check.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';

/** The question that is in progress. */
export type StepId = 'organisation' | 'choose' | 'head-office' | 'legal' | 'mandatory';

export interface Progress {
  step: StepId;
  organisation?: Organisation;
  headOffice?: Organisation;
  /** What `choose` offers. */
  options?: Organisation[];
  /** A name or code was not found once: the question is asked with more help. */
  again?: boolean;
  answers: Answers;
}

/**
 * The check at an earlier question, so that it is answered again: what came after it is kept where it still holds.
 * @returns undefined when that question was not asked in this check.
 */
export function reopened(progress: Progress, step: string): Progress | undefined {
  if (step === progress.step) return progress;
  const { answers } = progress;
  if (step === 'organisation') return { step, answers };
  if (step !== 'legal' || progress.step !== 'mandatory') return undefined;
  const { legal: _, ...others } = answers;
  return { ...progress, step, answers: others };
}

/** The check at the question before this one; undefined at the first. */
export function previous(progress: Progress): Progress | undefined {
  if (progress.step === 'organisation') return undefined;
  return reopened(progress, progress.step === 'mandatory' ? 'legal' : 'organisation');
}

export function factsOf(progress: Progress, turn: Turn, deps: DialogDeps): Facts {
  const { organisation, headOffice, answers } = progress;
  return {
    ...(organisation && { organisation }),
    ...(headOffice && { headOffice }),
    answers,
    today: dayIn(deps.timeZone, turn.now),
    deadline: deps.dspt.deadline,
  };
}

/** @returns undefined when everything is known that the check asks: a published Standards Met answers it all. */
export function nextSelfCheck(facts: Facts): StepId | undefined {
  return showsStandardsMet(facts) ? undefined : nextQuestion(facts.answers);
}

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

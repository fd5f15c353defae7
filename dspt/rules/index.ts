/** All rules of the check, in the order in which their remedies make sense. */
import { assessmentIsPublished } from './assessment-is-published.ts';
import { editionIsCurrent } from './edition-is-current.ts';
import { headOfficeCoversTheSite } from './head-office-covers-the-site.ts';
import { legalItemsAreMet } from './legal-items-are-met.ts';
import { mandatoryItemsAreMet } from './mandatory-items-are-met.ts';
import { odsCodeIsKnown } from './ods-code-is-known.ts';
import type { Facts, Rule, RuleOutcome } from './rule.ts';
import { statusIsEnoughToApply } from './status-is-enough-to-apply.ts';

export const RULES: readonly Rule[] = [
  odsCodeIsKnown,
  legalItemsAreMet,
  mandatoryItemsAreMet,
  assessmentIsPublished,
  headOfficeCoversTheSite,
  editionIsCurrent,
  statusIsEnoughToApply,
];

export interface Judged {
  rule: Rule;
  outcome: RuleOutcome;
}

export function judge(facts: Facts): Judged[] {
  return RULES.map((rule) => ({ rule, outcome: rule.outcome(facts) }));
}

/** What is left to do or to find out. */
export function remedies(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ rule, outcome }) =>
    outcome === 'warn' || outcome === 'unknown' ? [rule.remedy[outcome]] : [],
  );
}

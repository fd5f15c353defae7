/** What an administrator can decide about an account, what is kept of it, and what is wrong with one that cannot be kept. */
import { addMonths, type Day } from './day.ts';

/** There is no reason in any of them: why somebody is away is nobody's business here. */
export type Decision =
  | { kind: 'absent'; until: Day; approvedBy: string }
  | { kind: 'leaver'; from: Day }
  | { kind: 'needed' }
  | { kind: 'counts-as'; as: 'shared' | 'application' };

/** All that was decided about an account, as its row and the audit keep it. */
export interface Decided {
  absentUntil: Day | null;
  approvedBy: string | null;
  leaverOn: Day | null;
  stillNeededOn: Day | null;
  countsAs: 'shared' | 'application' | null;
}

export const NOTHING_DECIDED: Decided = {
  absentUntil: null,
  approvedBy: null,
  leaverOn: null,
  stillNeededOn: null,
  countsAs: null,
};

/** How the audit calls each decision, and taking one back. */
export const DECISION_IN_AUDIT = {
  absent: 'account.marked-absent',
  leaver: 'account.marked-leaver',
  needed: 'account.marked-needed',
  'counts-as': 'account.marked-as-mailbox',
} as const satisfies Record<Decision['kind'], string>;
export const UNDONE_IN_AUDIT = 'account.decision-undone';

/** A day further away than this is taken for a slip of the year. */
export const FURTHEST_MONTHS = 24;
const LONGEST_NAME = 80;
/** One to four words of letters, hyphens and apostrophes: with more room than a name needs, people write why. */
const NAME = /^\p{L}[\p{L}\p{M}'’-]*(?:\s+\p{L}[\p{L}\p{M}'’-]*){0,3}$/u;

export type DecisionProblem =
  | 'no-day'
  | 'day-not-to-come'
  | 'day-too-far'
  | 'no-approver'
  | 'approver-is-no-name';

/** @param day today, in the organisation's time zone. @returns nothing when the decision can be kept. */
export function problemsWith(decision: Decision, day: Day): DecisionProblem[] {
  switch (decision.kind) {
    case 'absent':
      return [...problemsWithDay(decision.until, day, true), ...approverProblems(decision.approvedBy)];
    case 'leaver':
      return problemsWithDay(decision.from, day, false);
    default:
      return [];
  }
}

/** What stands after the decision. A leaver is not away, and nobody who is away or needed is a leaver. */
export function afterDecision(before: Decided, decision: Decision, day: Day): Decided {
  switch (decision.kind) {
    case 'absent':
      return {
        ...before,
        absentUntil: decision.until,
        approvedBy: decision.approvedBy.trim(),
        leaverOn: null,
      };
    case 'leaver':
      return { ...before, absentUntil: null, approvedBy: null, stillNeededOn: null, leaverOn: decision.from };
    case 'needed':
      return { ...before, leaverOn: null, stillNeededOn: day };
    case 'counts-as':
      return { ...before, countsAs: decision.as };
  }
}

/** @param given as it was typed. @param day today. @param toCome today and the past will not do. */
export function problemsWithDay(given: string, day: Day, toCome: boolean): DecisionProblem[] {
  if (!isDay(given)) return ['no-day'];
  if (toCome && given <= day) return ['day-not-to-come'];
  const isNear = given <= addMonths(day, FURTHEST_MONTHS) && given >= addMonths(day, -FURTHEST_MONTHS);
  return isNear ? [] : ['day-too-far'];
}

function approverProblems(given: string): DecisionProblem[] {
  const name = given.trim();
  if (name === '') return ['no-approver'];
  return name.length <= LONGEST_NAME && NAME.test(name) ? [] : ['approver-is-no-name'];
}

/** A date that is in the calendar, as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

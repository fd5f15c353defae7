/** Words about one account, for its administrator. */
import type { AccountKind } from '../../hygiene/account.ts';
import type { AccountView } from '../../hygiene/account-view.ts';
import { type Day, dayIn, sayDay } from '../../hygiene/day.ts';
import {
  DECISION_IN_AUDIT,
  type Decided,
  type DecisionProblem,
  FURTHEST_MONTHS,
} from '../../hygiene/decision.ts';
import type { PastDecision } from '../../hygiene/decisions-so-far.ts';
import type { Standing } from '../../hygiene/standing.ts';
import { sayRange } from '../../hygiene/standing-words.ts';
import type { Person } from '../turn.ts';
import { daysLeftWords } from './messages.ts';
import { absenceNote } from './report-messages.ts';

const KINDS: Record<AccountKind, string> = {
  user: 'A person’s account',
  shared: 'A shared mailbox',
  application: 'An application account',
  resource: 'A resource mailbox, such as a room',
};
const NOT_SAID = 'The report does not say';

export function whenLine({ what, happensOn, range, stage, daysLeft }: Standing): string {
  if (what && range) return `Could be ${what} between ${sayRange(range)}`;
  if (!what || !happensOn) return '';
  return stage === 'overdue'
    ? `Could be ${what} at any time`
    : `Could be ${what} on ${sayDay(happensOn)}, ${daysLeftWords(daysLeft)}`;
}

export function factsOf({ account, reported }: AccountView): { title: string; value: string }[] {
  const dated = (title: string, day: Day | null) => (day ? [{ title, value: sayDay(day) }] : []);
  const used = account.lastActiveOn ? sayDay(account.lastActiveOn) : account.neverUsed ? 'Never' : NOT_SAID;
  return [
    { title: 'Status', value: account.status ?? NOT_SAID },
    { title: 'Last used', value: used },
    ...dated('Made', account.createdOn),
    ...(account.setUpComplete === null
      ? []
      : [{ title: 'Set-up', value: account.setUpComplete ? 'Finished' : 'Not finished' }]),
    ...dated('Password runs out', account.passwordExpiresOn),
    ...dated('Disabled', account.disabledOn),
    ...dated('Seen as active again', account.enabledOn),
    ...dated('Deleted', account.deletedOn),
    ...dated('Leaver from', reported.leaverOn),
    { title: 'Kind', value: KINDS[reported.kind] },
  ];
}

/** What stands decided, a sentence each. */
export function decidedLines(decided: Decided | undefined, day: Day): string[] {
  if (!decided) return [];
  const { absentUntil, approvedBy, leaverOn, stillNeededOn, countsAs } = decided;
  return [
    ...(absentUntil ? [`${absenceNote(absentUntil, day)} Approved by ${approvedBy}.`] : []),
    ...(leaverOn ? [`A leaver from ${sayDay(leaverOn)}.`] : []),
    ...(stillNeededOn ? [`Still needed, said on ${sayDay(stillNeededOn)}.`] : []),
    ...(countsAs ? [`Counts as ${countsAsWords(countsAs)}.`] : []),
  ];
}

/** @param person who reads it: their own decisions are "by you". */
export function pastLine(past: PastDecision, person: Person, timeZone: string) {
  const own = past.tenantId === person.tenantId && past.aadObjectId === person.aadObjectId;
  const by = own ? 'you' : (past.decidedBy ?? 'another administrator');
  return { what: whatWasDecided(past), who: `${sayDay(dayIn(timeZone, past.at))}, by ${by}` };
}

function whatWasDecided({ what, after }: PastDecision): string {
  switch (what) {
    case DECISION_IN_AUDIT.absent:
      return `Planned absence until ${dayOr(after?.absentUntil)}.`;
    case DECISION_IN_AUDIT.leaver:
      return `A leaver from ${dayOr(after?.leaverOn)}.`;
    case DECISION_IN_AUDIT.needed:
      return 'Still needed.';
    case DECISION_IN_AUDIT['counts-as']:
      return `Counts as ${countsAsWords(after?.countsAs ?? 'shared')}.`;
    default:
      return 'The last decision was undone.';
  }
}

function dayOr(day: Day | null | undefined): string {
  return day ? sayDay(day) : 'an unknown day';
}

function countsAsWords(as: 'shared' | 'application'): string {
  return as === 'shared' ? 'a shared mailbox' : 'an application account';
}

export const PROBLEMS: Record<DecisionProblem, string> = {
  'no-day': 'Choose a day.',
  'day-not-to-come': 'That day is today or in the past. Choose one that is still to come.',
  'day-too-far': `That day is more than ${FURTHEST_MONTHS} months away. Check the year.`,
  'no-approver': 'Say who approved it.',
  'approver-is-no-name': 'Write only a name. Please give no reason.',
};

export const DONE = {
  absent: 'Kept. No warning goes to this person until the absence ends.',
  leaver: 'Kept. From that day no warning goes to this person. Change it in the NHSmail portal too.',
  needed: 'Kept. A leaver mark no longer counts here. The account still has to be used.',
  shared: 'Kept. It now counts as a shared mailbox.',
  application: 'Kept. It now counts as an application account.',
  undone: 'Undone.',
  notUndone: 'Not undone: something else was decided since. This is how it stands now.',
  reminded: 'I will write to you here on that day.',
  unreminded: 'I will not remind you.',
} as const;

const REPORT = { title: 'Hygiene report', say: 'hygiene report' };

export const NO_SUCH_ACCOUNT = {
  title: 'I cannot find that account',
  text: 'No report of an organisation that you administer names it.',
  buttons: [REPORT],
};

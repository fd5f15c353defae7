/** Words about a report that an administrator brings. */
import type { Organisation } from '../../access/administrators.ts';
import { counted } from '../../cards/counted.ts';
import { type Day, sayDay } from '../../hygiene/day.ts';
import type { FileProblem } from '../../hygiene/report-file/file-problem.ts';
import { fileProblemWords, rowProblemWords } from '../../hygiene/report-file/file-problem-words.ts';
import type { RowProblems } from '../../hygiene/report-import/stage-report.ts';
import type { UndoResult } from '../../hygiene/report-import/undo-import.ts';
import type { UseOutcome } from '../../hygiene/report-import/use-report.ts';
import type { LargeChange, Weight } from '../../hygiene/report-import/weigh-report.ts';
import type { SweepResult } from '../../hygiene/sweep.ts';
import type { FileFault } from '../person-files.ts';

const REPORT = { title: 'Hygiene report', say: 'hygiene report' };
const LISTED = 10;

const number = (count: number) => count.toLocaleString('en-GB');

export const ONE_FILE_AT_A_TIME = {
  title: 'One file at a time, please',
  text: 'Please send one report, and the next one when I have answered.',
  buttons: [],
};

const NO_PATIENTS = 'Please do not send patient pictures.';

export const NO_PICTURES = {
  title: 'I cannot see that',
  text: `I cannot see pictures or files here. ${NO_PATIENTS}`,
  buttons: [{ title: 'Menu', say: 'menu' }],
};

export const NO_PICTURES_FOR_ADMINISTRATORS = {
  title: 'I cannot see pictures',
  text: `I can read a mailbox report (CSV), and nothing else. ${NO_PATIENTS}`,
  buttons: [{ title: 'Menu', say: 'menu' }],
};

export const WRONG_TYPE = {
  title: 'I can only read CSV files',
  text: 'Please open the report, save it as CSV (comma separated values), and send that file.',
  buttons: [],
};

export function notRead(fault: FileFault, most: number) {
  const megabytes = number(most / 1_000_000);
  const text = {
    'too-large': `It is larger than ${megabytes} MB, and that takes too long in a chat. Please send it to your service team, or send a report of fewer organisations.`,
    'not-allowed':
      'Microsoft Teams does not keep it where I may read. Please drop it into this chat as a file.',
    'not-there': 'Microsoft Teams did not give it to me. Please send it again.',
  }[fault];
  return { title: 'I could not read that file', text, buttons: [] };
}

export function fileRefused(problem: FileProblem) {
  const rows = 'firstProblems' in problem ? badRowLines(problem) : [];
  const help =
    problem.outcome === 'columns-missing'
      ? [
          'Please ask your service team to say once what its columns are. I remember that for your organisations.',
        ]
      : [];
  return {
    title: 'I cannot use this file',
    text: [fileProblemWords(problem), ...help, ...rows.slice(0, LISTED), 'Nothing was changed.'].join('\n\n'),
    buttons: [],
  };
}

export function dayLine(takenOn: Day, byItsName: boolean): string {
  return `Of ${sayDay(takenOn)}, as ${byItsName ? 'its name' : 'the file'} says.`;
}

export function organisationRows(
  { odsCode, rows }: { odsCode: string; rows: number },
  organisations: readonly Organisation[],
): string {
  const name = organisations.find((each) => each.odsCode === odsCode)?.name;
  return `${name ? `${name} (${odsCode})` : odsCode}: ${counted(rows, 'account')}`;
}

export function badRowLines({ firstProblems }: RowProblems): string[] {
  return firstProblems.map(rowProblemWords);
}

type Figure = { title: string; value: string };

/** Before it is used. */
export function previewFigures(weight: Weight): Figure[] {
  const { gone, missing } = weight;
  return [
    { title: 'Accounts', value: number(weight.rows) },
    ...changes(weight),
    ...(gone > 0 ? [{ title: 'Gone', value: number(gone) }] : []),
    ...(missing > gone ? [{ title: 'Not in the file', value: number(missing - gone) }] : []),
    ...(weight.newlyFlagged > 0
      ? [{ title: 'Newly due or past their day', value: number(weight.newlyFlagged) }]
      : []),
  ];
}

/** Afterwards. */
export function usedFigures(weight: Weight): Figure[] {
  const { gone, missing } = weight;
  return [
    ...changes(weight),
    ...(gone > 0 ? [{ title: 'Gone', value: number(gone) }] : []),
    ...(missing > gone
      ? [{ title: 'Not in the file, and kept as they are', value: number(missing - gone) }]
      : []),
  ];
}

function changes({ added, changed, unchanged, moved }: Weight): Figure[] {
  return [
    { title: 'New', value: number(added) },
    { title: 'Changed', value: number(changed) },
    { title: 'As before', value: number(unchanged) },
    ...(moved > 0 ? [{ title: 'Moved here from another of your organisations', value: number(moved) }] : []),
  ];
}

export function largeLine({ odsCode, accounts, gone, newlyFlagged }: LargeChange): string {
  return `${odsCode || 'Together'}: ${number(gone)} gone and ${number(newlyFlagged)} newly flagged, of ${counted(accounts, 'account')}.`;
}

export function sweptLine({ open, flagged }: SweepResult): string {
  const flaggedNow = open === 1 ? '1 account is flagged now' : `${number(open)} accounts are flagged now`;
  return open === 0 ? 'No account is flagged now.' : `${flaggedNow}, ${number(flagged)} of them new.`;
}

type NotUsed = Exclude<UseOutcome, { outcome: 'used' | 'weighed' | 'needs-another-yes' }>;

/** @param takenOn the day of the report that was refused. */
export function notUsed(outcome: UseOutcome, takenOn: Day) {
  return { title: 'The report was not used', text: whyNot(outcome as NotUsed, takenOn), buttons: [REPORT] };
}

function whyNot(outcome: NotUsed, takenOn: Day): string {
  switch (outcome.outcome) {
    case 'not-waiting':
      return 'It no longer waits: I keep a report for an hour until you use it. Please send the file again.';
    case 'not-yours':
      return 'You no longer administer one of its organisations. Please send the file again: I then take the rows of yours.';
    case 'day-needed':
      return 'Choose the day of the report on the card first. Then press the button again.';
    case 'from-the-future':
      return 'That day is still to come. Choose the day on which the report was made.';
    case 'older-than-last': {
      const newest = outcome.newer[0];
      const which = newest ? ` (${newest.odsCode}, ${sayDay(newest.takenOn)})` : '';
      return `It is of ${takenOn ? sayDay(takenOn) : 'an earlier day'}, and I have a newer one${which}. An older report would undo what has changed since.`;
    }
    case 'cannot-be-complete':
      return `Of ${counted(outcome.nameless, 'row')} I cannot read the account. So I cannot tell which accounts the file leaves out.`;
    case 'not-in-the-file':
      return `It names no account of ${outcome.odsCodes.join(', ')}.`;
  }
}

export const NOT_USED = {
  title: 'Not used',
  text: 'I threw the report away. Nothing was changed.',
  buttons: [REPORT],
};

export function takenBack({ removed, restored, broughtBack }: UndoResult) {
  return {
    title: 'The report was taken back',
    text: `${counted(removed, 'account')} taken out again, ${number(restored)} put back as before, ${number(broughtBack)} brought back. What you decided about accounts stays.`,
    buttons: [REPORT],
  };
}

export const NOT_TAKEN_BACK = {
  title: 'This report is no longer in use',
  text: 'It was taken back already, or a newer one has come since.',
  buttons: [REPORT],
};

/** What an import is told as, at a terminal. */
import { counted } from '../../../../cards/counted.ts';
import { type Day, sayDay } from '../../../../hygiene/day.ts';
import type { FileProblem } from '../../../../hygiene/report-file/file-problem.ts';
import {
  columnWords,
  fileProblemWords,
  rowProblemWords,
} from '../../../../hygiene/report-file/file-problem-words.ts';
import type { ReadAs, RowProblems } from '../../../../hygiene/report-import/stage-report.ts';
import type { StagedReport } from '../../../../hygiene/report-import/staged-report.ts';
import type { UseOutcome } from '../../../../hygiene/report-import/use-report.ts';
import type { LargeChange, Weight } from '../../../../hygiene/report-import/weigh-report.ts';
import type { SweepResult } from '../../../../hygiene/sweep.ts';

const NOTHING_CHANGED = 'Nothing was changed.';
const LISTED = 20;

const number = (count: number) => count.toLocaleString('en-GB');

/** What the file cannot be, and which option helps. */
export function refusedFileWords(problem: FileProblem): string {
  const help = helpFor(problem);
  const rows = problem.outcome === 'no-usable-rows' ? badRowLines(problem, undefined) : [];
  return [`${NOTHING_CHANGED} ${fileProblemWords(problem)}`, ...(help ? [help] : []), ...rows].join('\n');
}

function helpFor(problem: FileProblem): string {
  switch (problem.outcome) {
    case 'columns-missing': {
      const options = [
        ...(problem.missing.includes('odsCode')
          ? ['--organisation A1B2 if all rows are of one organisation']
          : []),
        ...(problem.missing.includes('kind') ? ['--type user if all rows are people’s accounts'] : []),
      ];
      return [`Say which column it is: --map "${problem.missing[0]}=Its name"`, ...options].join(', or ');
    }
    case 'no-report-date':
    case 'from-the-future':
      return 'Say of which day it is: --date 2026-11-16';
    case 'no-usable-rows':
      return problem.firstProblems.some(({ reason }) => reason.includes('not known here'))
        ? 'Organisations that are not known yet are added with --add-organisations.'
        : '';
    default:
      return '';
  }
}

/** What was read, before it is used. */
export function stagedLines(
  staged: StagedReport & ReadAs & RowProblems,
  {
    name,
    because,
    remarks,
    badRows,
  }: { name: string; because: string; remarks: readonly string[]; badRows?: string },
): string[] {
  const { takenOn, rows, odsCodes, newOrganisations } = staged;
  const added = newOrganisations.map(({ odsCode, name: title }) => `${odsCode} (${title})`);
  return [
    `${name}: ${counted(rows, 'account')} of ${counted(odsCodes.length, 'organisation')}, of ${sayDay(takenOn)}${because ? `, because ${because}` : ''}.`,
    ...(added.length > 0
      ? [`${counted(added.length, 'organisation')} not known here yet, to be added: ${shortened(added)}.`]
      : []),
    ...columnWords(staged),
    ...remarks,
    ...badRowLines(staged, badRows),
  ];
}

function badRowLines({ problems, firstProblems }: RowProblems, file: string | undefined): string[] {
  if (problems === 0) return [];
  const shown = file ? [] : firstProblems.slice(0, LISTED);
  const rest = problems - shown.length;
  return [
    `${counted(problems, 'row')} cannot be used${file ? `: see ${file}` : ':'}`,
    ...shown.map((problem) => `  ${rowProblemWords(problem)}`),
    ...(rest > 0 && !file ? [`  and ${number(rest)} more. --bad-rows bad.csv writes all of them.`] : []),
  ];
}

/** What it changes. */
export function weightLines(weight: Weight, would: boolean): string[] {
  const { added, changed, unchanged, moved, missing, gone, newlyFlagged } = weight;
  const be = would ? 'would be ' : '';
  return [
    `${number(added)} ${be}new, ${number(changed)} ${be}changed, ${number(unchanged)} as before.`,
    ...(moved > 0 ? [`${counted(moved, 'account')} moved here from another organisation.`] : []),
    ...(gone > 0
      ? [
          `${counted(gone, 'account')} ${would ? 'would be' : 'are'} gone: the report is complete and does not name them.`,
        ]
      : []),
    ...(missing > gone
      ? [
          `${counted(missing - gone, 'account')} not named, and kept as they are. --complete says that the report names every account.`,
        ]
      : []),
    ...(newlyFlagged > 0
      ? [`${counted(newlyFlagged, 'account')} newly due, inactive or past their day.`]
      : []),
  ];
}

/** Why it needs another yes. */
export function largeLines(large: readonly LargeChange[]): string[] {
  const lines = large
    .slice(0, LISTED)
    .map(
      ({ odsCode, accounts, gone, newlyFlagged }) =>
        `  ${odsCode || 'Together'}: ${number(gone)} gone and ${number(newlyFlagged)} newly flagged, of ${counted(accounts, 'account')}`,
    );
  const more = large.length > LISTED ? [`  and ${number(large.length - LISTED)} more organisations`] : [];
  return [
    'More than 20% of the accounts would be gone or newly flagged. Is it the right file?',
    ...lines,
    ...more,
  ];
}

export function refusedUseWords(
  outcome: Exclude<UseOutcome, { outcome: 'used' | 'weighed' }>,
  takenOn: Day,
): string {
  return [NOTHING_CHANGED, ...whyNot(outcome, takenOn)].join('\n');
}

function whyNot(outcome: Exclude<UseOutcome, { outcome: 'used' | 'weighed' }>, takenOn: Day): string[] {
  switch (outcome.outcome) {
    case 'not-waiting':
    case 'not-yours':
    case 'day-needed':
    case 'from-the-future':
      return ['The report was thrown away, or accounts have changed meanwhile. Import it again.'];
    case 'older-than-last': {
      const newer = outcome.newer.map(({ odsCode, takenOn: day }) => `${odsCode} (${sayDay(day)})`);
      return [
        `This report is of ${sayDay(takenOn)}. There is a newer one for ${counted(outcome.count, 'organisation')}: ${newer.join(', ')}${outcome.count > newer.length ? ', …' : ''}.`,
        '--older takes it all the same.',
      ];
    }
    case 'cannot-be-complete':
      return [
        `It cannot be complete: of ${counted(outcome.nameless, 'row')} not even the account can be read. Mend these, or leave out --complete.`,
      ];
    case 'not-in-the-file':
      return [`It names no account of ${shortened(outcome.odsCodes)}, so it cannot be complete for it.`];
    case 'needs-another-yes':
      return [...largeLines(outcome.weight.large), '--yes-large takes it all the same.'];
  }
}

export function usedLines(
  { odsCodes, weight }: Extract<UseOutcome, { outcome: 'used' }>,
  swept: SweepResult,
  rule: string,
  seconds: string,
): string[] {
  const back = odsCodes.length === 1 ? `undo ${odsCodes[0]}` : 'undo';
  return [
    `The report is in use (${seconds} s). ${weightLines(weight, false).join('\n')}`,
    sweptLine(swept, rule),
    `To take it back: npm run hygiene -- ${back}`,
  ];
}

export function sweptLine({ accounts, open, flagged, cleared }: SweepResult, rule: string): string {
  return `Swept ${counted(accounts, 'account')} by the rule “${rule}”: ${number(open)} flagged, ${number(flagged)} of them new, ${number(cleared)} cleared.`;
}

function shortened(items: readonly string[]): string {
  const more = items.length > LISTED ? `, and ${number(items.length - LISTED)} more` : '';
  return `${items.slice(0, LISTED).join(', ')}${more}`;
}

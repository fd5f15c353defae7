/** Why a file cannot be read as a report, in words for whoever brings it, and what to do about it. */
import { sayDay } from '../day.ts';
import type { FileProblem } from './file-problem.ts';
import { isReportField, type ReportField } from './report-fields.ts';
import type { RowProblem } from './row-reader.ts';

/** What a report tells of an account, as people say it. */
export const FIELD_TITLES: Readonly<Record<ReportField, string>> = {
  address: 'email address',
  displayName: 'name',
  odsCode: 'ODS code',
  organisationName: 'organisation name',
  administeredBy: 'who administers it',
  kind: 'account type',
  status: 'account status',
  lastActiveOn: 'last activity',
  createdOn: 'created date',
  setUpComplete: 'policy accepted',
  disabledOn: 'disabled date',
  deletedOn: 'deleted date',
  leaverOn: 'leaver date',
  passwordExpiresOn: 'password expiry date',
  takenOn: 'report date',
};

/** One to three plain sentences. */
export function fileProblemWords(problem: FileProblem): string {
  switch (problem.outcome) {
    case 'spreadsheet':
      return 'This is a spreadsheet program’s own file, or it is packed. Open it, save it as CSV (comma separated values), and bring that file.';
    case 'not-a-table':
      return 'This is not a table in text. Download the mailbox report again as CSV, and bring it as it is.';
    case 'no-rows':
      return 'There are no rows in this file.';
    case 'no-usable-rows':
      return problem.problems === 0
        ? 'There are no rows below the first line of this file.'
        : 'None of its rows can be used.';
    case 'columns-missing':
      return `Its first line has no column that I know for: ${problem.missing.map(titleOf).join(', ')}. It has: ${problem.found.join(', ') || 'nothing'}.`;
    case 'columns-not-found':
      return `It has no column called ${problem.named.map((name) => `“${name}”`).join(' or ')}. It has: ${problem.found.join(', ') || 'nothing'}.`;
    case 'american-dates':
      return `Line ${problem.line}${inColumn(problem.column)}: the date has the month first. So no date of this file can be trusted. Download the report again, and bring it as it is.`;
    case 'no-report-date':
      return 'Neither the file nor its name says of which day it is.';
    case 'from-the-future':
      return `It would be of ${sayDay(problem.takenOn)}, and that day is still to come.`;
  }
}

/** A row that cannot be used: where, and why. */
export function rowProblemWords({ line, column, reason }: RowProblem): string {
  return `Line ${line}${inColumn(column)}: ${reason}`;
}

/** What of the file is passed over, and what it does not say: a sentence each, or none. */
export function columnWords({ unused, absent }: { unused: string[]; absent: ReportField[] }): string[] {
  return [
    ...(absent.length > 0
      ? [
          `No column is known to say: ${absent.map(titleOf).join(', ')}. Without it many accounts stand as not known.`,
        ]
      : []),
    ...(unused.length > 0
      ? [`Columns that are passed over: ${unused.map((name) => `“${name}”`).join(', ')}.`]
      : []),
  ];
}

function titleOf(field: string): string {
  return isReportField(field) ? FIELD_TITLES[field] : field;
}

function inColumn(column: string): string {
  return column ? `, column “${column}”` : '';
}

/** Why a file cannot be read as a report at all. Nothing of it is kept then. */
import type { RowProblem } from './row-reader.ts';

export type FileProblem =
  /** A workbook of a spreadsheet program: it has to be saved as CSV first. */
  | { outcome: 'spreadsheet' }
  /** A web page, a PDF, a picture: anything that is not a table in text. */
  | { outcome: 'not-a-table' }
  | { outcome: 'no-rows' }
  /** There are rows, and every one of them has something wrong. */
  | { outcome: 'no-usable-rows'; problems: number; firstProblems: RowProblem[] }
  /** Fields that the first line has no column for, and the columns that it has. */
  | { outcome: 'columns-missing'; missing: string[]; found: string[] }
  /** Columns that a mapping names and the file does not have. */
  | { outcome: 'columns-not-found'; named: string[]; found: string[] }
  /** A date that can only be the month first: then no other date of the file can be trusted either. */
  | { outcome: 'american-dates'; line: number; column: string }
  /** Neither the file nor whoever brings it says of which day it is. */
  | { outcome: 'no-report-date' }
  /** It is of a day to come. */
  | { outcome: 'from-the-future'; takenOn: string };

/** Ends the reading of a file. It is thrown and caught within the rooms that read files. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.outcome);
    this.problem = problem;
  }
}

/** One row of a report: a line for the table of staged rows, or what is wrong with it and in which column. */
import type { AccountKind } from '../account.ts';
import type { Day } from '../day.ts';
import { type BadValue, type ColumnWriter, columnWriters } from './column-writers.ts';
import type { Columns, Positions } from './columns.ts';
import { NULL } from './copy-text.ts';
import { UnreadableFile } from './file-problem.ts';
import { createFingerprinter, type Fingerprint, fingerprintText } from './fingerprint.ts';
import { readDay } from './read-values.ts';
import type { ReportField } from './report-fields.ts';

export interface RowProblem {
  /** The line of the file, from 1. */
  line: number;
  /** Their name for the column; empty when it is about the whole row. */
  column: string;
  reason: string;
}

export type ReadRow =
  /** `copyLine` is empty for a row that says what its account says already. */
  | { odsCode: string; copyLine: string }
  /** With `copyLine` the address could be read: the file does name that account, so it is not gone. */
  | { problem: RowProblem; copyLine?: string; isRefused: boolean };

export interface RowRules {
  columns: Columns;
  /** What every row is taken to be where there is no column that says. */
  given: { odsCode?: string; kind?: AccountKind };
  /** @returns why rows of this organisation are not taken; undefined when they are. */
  refusal(odsCode: string, fields: readonly string[], positions: Positions): string | undefined;
  /** Whether an account says just this already (`same`), or which earlier line does. Left out: none is asked after. */
  known?: (fingerprint: Fingerprint, line: number) => 'new' | 'same' | number;
  /** The day of the report. When it is left out, a column says. */
  takenOn?: Day;
  /** The day that is taken where no column says one. */
  likelyDay?: Day;
  /** No report can be of a later day. */
  today: Day;
}

export interface RowReader {
  /** The columns of the lines that `read` makes, each with its type. */
  columns: readonly { name: string; type: string }[];
  /** @throws UnreadableFile when no row of this file can be trusted. */
  read(line: number, fields: readonly string[]): ReadRow;
  /** Their name for a field's column; empty when there is none. */
  nameOf(field: ReportField): string;
  /** The day of the report, once a row has said it. */
  takenOn(): Day | undefined;
  /** Nobody has said it: it is the likely one. */
  isLikelyDay: boolean;
  /** Their columns that nothing is read from. */
  unused: string[];
  /** Of what decides where an account stands: that for which there is no column. */
  absent: ReportField[];
}

const DECIDING = ['status', 'lastActiveOn'] as const satisfies readonly ReportField[];

interface Part extends ColumnWriter {
  field: ReportField;
  /** -1 for what is given, and for what the file does not say. */
  at: number;
  /** It is not written: the staged column's own value stands. */
  isAbsent?: true;
}

export function createRowReader(rules: RowRules): RowReader {
  const { names, positions, unused } = rules.columns;
  const parts = partsOf(rules);
  const fingerprinter = createFingerprinter();
  /** Of the row that is read. */
  const values: string[] = [];
  const likelyDay = positions.takenOn === undefined ? rules.likelyDay : undefined;
  const isKnownDay = (rules.takenOn ?? likelyDay) !== undefined;
  let takenOn = rules.takenOn ?? likelyDay;

  const nameOf = (field: ReportField) => names[positions[field] ?? -1] ?? '';
  const problemIn = (line: number, field: ReportField, reason: string): RowProblem => {
    return { line, column: nameOf(field), reason };
  };

  /** The same day in every row, and none to come. @returns what is wrong with it. */
  function wrongReportDay(text: string): string | undefined {
    const read = readDay(text);
    if ('problem' in read) return read.problem;
    const { value } = read;
    if (value === null) return 'it has no report date';
    if (value > rules.today) throw new UnreadableFile({ outcome: 'from-the-future', takenOn: value });
    takenOn ??= value;
    return value === takenOn ? undefined : `the rows before are of ${takenOn}: a report is of one day`;
  }

  function read(line: number, fields: readonly string[]): ReadRow {
    if (fields.length !== names.length && !isOnlyLonger(fields, names.length)) {
      const reason = `it has ${fields.length} columns, and the first line has ${names.length}`;
      return { problem: { line, column: '', reason }, isRefused: false };
    }
    let problem: RowProblem | undefined;
    values.length = 0;
    let address = '';
    let odsCode = '';
    fingerprinter.begin();
    for (const part of parts) {
      const value = part.write(part.at < 0 ? '' : (fields[part.at] ?? ''));
      if (typeof value === 'string') {
        fingerprinter.add(value);
        if (part.isAbsent) continue;
        values.push(value);
        if (part.field === 'address') address = value;
        else if (part.field === 'odsCode') odsCode = value;
      } else problem ??= problemIn(line, part.field, reasonOf(value, line, names[part.at]));
    }
    const refusal = odsCode ? rules.refusal(odsCode, fields, positions) : undefined;
    if (refusal) return { problem: problemIn(line, 'odsCode', refusal), isRefused: true };
    if (!isKnownDay && !problem) {
      const wrong = wrongReportDay(fields[positions.takenOn ?? -1] ?? '');
      if (wrong) problem = problemIn(line, 'takenOn', wrong);
    }
    if (problem)
      return { problem, isRefused: false, ...(address && { copyLine: unusable(line, address, parts) }) };
    const fingerprint = fingerprinter.end();
    const known = rules.known?.(fingerprint, line) ?? 'new';
    if (known === 'same') return { odsCode, copyLine: '' };
    if (known === 'new')
      return { odsCode, copyLine: `${line}\tt\t${fingerprintText(fingerprint)}\t${values.join('\t')}\n` };
    return { problem: problemIn(line, 'address', repeatedReason(known)), isRefused: false, copyLine: '' };
  }

  if (takenOn !== undefined && takenOn > rules.today)
    throw new UnreadableFile({ outcome: 'from-the-future', takenOn });
  if (!isKnownDay && positions.takenOn === undefined) throw new UnreadableFile({ outcome: 'no-report-date' });
  const columns = [
    { name: 'line', type: 'int' },
    { name: 'usable', type: 'boolean' },
    { name: 'fingerprint', type: 'bigint' },
    ...parts.flatMap((part) => (part.isAbsent ? [] : part.columns)),
  ];
  const absent = DECIDING.filter((field) => positions[field] === undefined);
  const isLikelyDay = rules.takenOn === undefined && likelyDay !== undefined;
  return { columns, read, nameOf, takenOn: () => takenOn, isLikelyDay, unused, absent };
}

/** What is read of a row: the file's columns, what is given for those that it lacks, and nothing for the others. */
function partsOf({ columns: { positions }, given }: RowRules): Part[] {
  return (Object.entries(columnWriters()) as [ReportField, ColumnWriter][]).flatMap(([field, writer]) => {
    const at = positions[field];
    if (at !== undefined) return [{ field, at, ...writer }];
    const constant = field === 'odsCode' || field === 'kind' ? given[field] : undefined;
    if (constant !== undefined) return [{ field, at: -1, columns: writer.columns, write: () => constant }];
    const nothing = writer.write('');
    return [{ field, at: -1, columns: writer.columns, write: () => nothing, isAbsent: true }];
  });
}

/** @param line the one that counts. */
export function repeatedReason(line: number): string {
  return `this account is on line ${line} already`;
}

/** @throws UnreadableFile when it means that no other date can be trusted either. */
function reasonOf({ problem, american }: BadValue, line: number, column = ''): string {
  if (american) throw new UnreadableFile({ outcome: 'american-dates', line, column });
  return problem;
}

function unusable(line: number, address: string, parts: readonly Part[]): string {
  const values = parts.flatMap(({ field, columns, isAbsent }) =>
    isAbsent ? [] : field === 'address' ? address : columns.map(() => NULL),
  );
  return `${[line, 'f', NULL, ...values].join('\t')}\n`;
}

/** Spreadsheet programs leave empty cells at the end of a row. */
function isOnlyLonger(fields: readonly string[], count: number): boolean {
  return fields.length > count && fields.slice(count).every((each) => each.trim() === '');
}

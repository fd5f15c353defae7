/** A report as a stream: bytes in, lines for the table of staged rows out, and each row that cannot be used is told. */
import { type ColumnQuestion, findColumns } from './columns.ts';
import { createCsvReader } from './csv-records.ts';
import { UnreadableFile } from './file-problem.ts';
import type { ReportField } from './report-fields.ts';
import { createRowReader, type RowProblem, type RowReader, type RowRules } from './row-reader.ts';
import { textOf } from './text-of.ts';

export interface ReportQuestion extends Omit<RowRules, 'columns'> {
  columns: Omit<ColumnQuestion, 'given'>;
  /** Told of each row that can be used. */
  onRow(odsCode: string): void;
  /** Told of each that cannot. @param isNameless when not even its account is known. */
  onProblem(problem: RowProblem, isNameless: boolean): void;
}

export interface OpenReport {
  /** The columns of `lines`, each with its type. */
  columns: RowReader['columns'];
  /** Pieces of whole lines, as COPY takes them. */
  lines: AsyncGenerator<string>;
  /** Their name for a field's column; empty when there is none. */
  nameOf: RowReader['nameOf'];
  /** The day of the report, once `lines` has been read. */
  takenOn: RowReader['takenOn'];
  isLikelyDay: boolean;
  /** Their columns that nothing is read from, and what no column says. */
  unused: string[];
  absent: ReportField[];
}

/**
 * Reads as far as the columns' names.
 * @throws UnreadableFile here or from `lines`, when no row of the file can be used or trusted.
 */
export async function openReport(
  content: AsyncIterable<Uint8Array>,
  question: ReportQuestion,
): Promise<OpenReport> {
  let reader: RowReader | undefined;
  let lines = '';

  function take(row: RowReader, line: number, fields: string[]): void {
    if (fields.every((each) => each.trim() === '')) return;
    const read = row.read(line, fields);
    if (!('problem' in read)) {
      lines += read.copyLine;
      return question.onRow(read.odsCode);
    }
    lines += read.copyLine ?? '';
    question.onProblem(read.problem, read.copyLine === undefined && !read.isRefused);
  }

  const csv = createCsvReader({
    record(line, fields) {
      if (reader) take(reader, line, fields);
      else reader = readerFor(fields, question);
    },
    broken(line, reason) {
      if (!reader) throw new UnreadableFile({ outcome: 'not-a-table' });
      question.onProblem({ line, column: '', reason }, true);
    },
  });
  const text = textOf(content);
  let isOver = false;

  /** Reads one piece. @returns its lines. */
  async function next(): Promise<string> {
    const piece = await text.next();
    isOver = piece.done === true;
    if (piece.done) csv.end();
    else csv.push(piece.value);
    const read = lines;
    lines = '';
    return read;
  }

  let beginning = '';
  while (!reader && !isOver) beginning += await next();
  if (!reader) throw new UnreadableFile({ outcome: 'no-rows' });
  const { columns, nameOf, takenOn, isLikelyDay, unused, absent } = reader;
  return {
    columns,
    nameOf,
    takenOn,
    isLikelyDay,
    unused,
    absent,
    lines: (async function* () {
      yield beginning;
      while (!isOver) yield await next();
    })(),
  };
}

function readerFor(header: string[], question: ReportQuestion): RowReader {
  if (/^\s*(<|%PDF)/.test(header[0] ?? '')) throw new UnreadableFile({ outcome: 'not-a-table' });
  const { odsCode, kind } = question.given;
  const given = [...(odsCode ? (['odsCode'] as const) : []), ...(kind ? (['kind'] as const) : [])];
  const found = findColumns(header, { ...question.columns, given });
  if (found.outcome !== 'found') throw new UnreadableFile(found);
  return createRowReader({ ...question, columns: found });
}

/** Reads the toolkit's download and puts it in the place of the one before: all of it, or nothing. */
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Database } from '../../delivery/database.ts';
import { type Columns, findColumns } from './columns.ts';
import { readRow, type StatusRow } from './read-row.ts';
import { addRows, dropFile, makeCurrent, startFile } from './store.ts';

export interface BadRow {
  /** The line of the file, from 1. */
  line: number;
  problem: string;
}

interface Counted {
  rows: number;
  /** The first of them; `bad` counts all. */
  badRows: BadRow[];
  bad: number;
}

export type ImportOutcome =
  | ({ outcome: 'imported' } & Counted)
  /** A date with the month first: the other dates cannot be trusted either. */
  | ({ outcome: 'american-dates' } & Counted)
  | ({ outcome: 'too-many-bad-rows' } & Counted)
  | { outcome: 'not-the-download'; missing: string[] }
  | { outcome: 'no-rows' }
  | { outcome: 'unreadable'; line: number; problem: string };

export interface StatusFile {
  /** Bytes of a CSV file in UTF-8. */
  content: Readable;
  name: string;
  /** The day it speaks of, `YYYY-MM-DD`. */
  takenOn: string;
  now: Date;
}

const BATCH = 5_000;
const LISTED = 100;
/** One bad row in ten is no longer a slip: it is another kind of file. */
const MOST_BAD = 0.1;

/**
 * Imports a file. Whatever is refused leaves the file before it in place.
 * @throws what the stream or the database throws, with nothing changed for readers.
 */
export async function importStatusFile(database: Database, file: StatusFile): Promise<ImportOutcome> {
  const fileId = await startFile(database, file);
  let done = false;
  try {
    const outcome = await readInto(database, fileId, file);
    if (outcome.outcome === 'imported') {
      await makeCurrent(database, fileId, outcome.rows);
      done = true;
    }
    return outcome;
  } catch (error) {
    if (error instanceof CsvError) {
      return { outcome: 'unreadable', line: Number(error.lines ?? 0), problem: inWords(error) };
    }
    throw error;
  } finally {
    if (!done) await dropFile(database, fileId);
  }
}

async function readInto(
  database: Database,
  fileId: number,
  { content, takenOn }: StatusFile,
): Promise<ImportOutcome> {
  const counted: Counted = { rows: 0, badRows: [], bad: 0 };
  const lineOf = new Map<string, number>();
  let american = false;
  let columns: Columns | undefined;
  let batch: StatusRow[] = [];
  const refuse = (line: number, problem: string) => {
    counted.bad += 1;
    if (counted.badRows.length < LISTED) counted.badRows.push({ line, problem });
  };
  for await (const { line, fields } of records(content)) {
    if (!columns) {
      const found = findColumns(fields);
      if ('missing' in found) return { outcome: 'not-the-download', missing: found.missing };
      columns = found;
      continue;
    }
    const read = readRow(fields, columns, takenOn);
    if ('problem' in read) {
      american ||= read.american === true;
      refuse(line, read.problem);
      continue;
    }
    const { row } = read;
    const earlier = lineOf.get(row.code);
    if (earlier) {
      refuse(line, `the code ${row.code} was on line ${earlier} already`);
      continue;
    }
    lineOf.set(row.code, line);
    counted.rows += 1;
    batch.push(row);
    if (batch.length >= BATCH) {
      await addRows(database, fileId, batch);
      batch = [];
    }
  }
  if (!columns) return { outcome: 'no-rows' };
  if (american) return { outcome: 'american-dates', ...counted };
  if (counted.bad > (counted.rows + counted.bad) * MOST_BAD) {
    return { outcome: 'too-many-bad-rows', ...counted };
  }
  if (counted.rows === 0) return { outcome: 'no-rows' };
  if (batch.length > 0) await addRows(database, fileId, batch);
  return { outcome: 'imported', ...counted };
}

interface Line {
  line: number;
  fields: string[];
}

/** The records of the file, each with the line it ends on. */
function records(content: Readable): AsyncIterable<Line> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 20_000,
    on_record: (fields: string[], { lines }) => ({ line: lines, fields }),
  });
  // A pipe alone would leave the reader waiting for ever when the file cannot be read.
  content.on('error', (error) => parser.destroy(error));
  return content.pipe(parser);
}

function inWords({ code }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark is opened and never closed';
    case 'CSV_MAX_RECORD_SIZE':
      return 'a line is far too long';
    default:
      return 'it cannot be read as comma-separated values (CSV)';
  }
}

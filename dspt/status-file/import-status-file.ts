/** Reads the toolkit's download and puts it in the place of the one before: all of it, or nothing. */
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Database } from '../../delivery/database.ts';
import type { OdsCode } from '../ods-code.ts';
import { type Columns, findColumns } from './columns.ts';
import { readRow } from './read-row.ts';
import { replaceFile, toBlock } from './store.ts';

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

/** Lines in a block. */
const BLOCK = 5_000;
const MS_PER_DAY = 86_400_000;
const LISTED = 100;
/** One bad row in ten is no longer a slip: it is another kind of file. */
const MOST_BAD = 0.1;

/**
 * Imports a file. Whatever is refused leaves the file before it in place.
 * @throws what the stream or the database throws, with nothing changed for readers.
 */
export async function importStatusFile(database: Database, file: StatusFile): Promise<ImportOutcome> {
  const read = await readFile(file).catch((error): ImportOutcome => {
    if (!(error instanceof CsvError)) throw error;
    return { outcome: 'unreadable', line: Number(error.lines ?? 0), problem: inWords(error) };
  });
  if (!('blocks' in read)) return read;
  const { blocks, counted } = read;
  await replaceFile(database, { ...file, rows: counted.rows, blocks });
  return { outcome: 'imported', ...counted };
}

/** A file of 60,000 rows is about 6 MB, so it is read to its end before anything is written. */
async function readFile({
  content,
  now,
}: StatusFile): Promise<ImportOutcome | { blocks: string[]; counted: Counted }> {
  const counted: Counted = { rows: 0, badRows: [], bad: 0 };
  // It may be tomorrow already where the file was made.
  const latest = new Date(now.getTime() + MS_PER_DAY).toISOString().slice(0, 10);
  const lineOf = new Map<OdsCode, number>();
  const blocks: string[] = [];
  let lines: string[] = [];
  let american = false;
  let columns: Columns | undefined;
  const refuse = (line: number, problem: string) => {
    counted.bad += 1;
    if (counted.badRows.length < LISTED) counted.badRows.push({ line, problem });
  };
  for await (const { record, info } of records(content)) {
    if (!columns) {
      const found = findColumns(record);
      if ('missing' in found) return { outcome: 'not-the-download', missing: found.missing };
      columns = found;
      continue;
    }
    const read = readRow(record, columns, latest);
    if ('problem' in read) {
      american ||= read.american === true;
      refuse(info.lines, read.problem);
      continue;
    }
    const earlier = lineOf.get(read.code);
    if (earlier !== undefined) {
      refuse(info.lines, `the code ${read.code} was on line ${earlier} already`);
      continue;
    }
    lineOf.set(read.code, info.lines);
    counted.rows += 1;
    if (lines.push(read.line) === BLOCK) {
      blocks.push(toBlock(lines));
      lines = [];
    }
  }
  if (american) return { outcome: 'american-dates', ...counted };
  if (counted.bad > (counted.rows + counted.bad) * MOST_BAD) {
    return { outcome: 'too-many-bad-rows', ...counted };
  }
  if (counted.rows === 0) return { outcome: 'no-rows' };
  if (lines.length > 0) blocks.push(toBlock(lines));
  return { blocks, counted };
}

/** As the library gives it with `info`. `lines` is where the record ends. */
interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function records(content: Readable): AsyncIterable<CsvRecord> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 20_000,
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

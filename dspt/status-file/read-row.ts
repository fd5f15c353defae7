/** One row of the download: the organisation and its status as a line to keep, or why the row cannot be used. */
import { type OdsCode, readOdsCode } from '../ods-code.ts';
import type { Columns } from './columns.ts';
import { readDate } from './read-date.ts';
import { toLine } from './store.ts';

export type ReadRow = { code: OdsCode; line: string } | { problem: string; american?: true };

const LONGEST = 300;
/** Line breaks and tabs inside a field, and characters that are no text. */
const CONTROL = /\p{Cc}+/gu;

/** @param latest the last day on which something can have been published, `YYYY-MM-DD`. */
export function readRow(fields: readonly string[], columns: Columns, latest: string): ReadRow {
  if (fields.length !== columns.count) {
    return { problem: `it has ${fields.length} columns, and the first line has ${columns.count}` };
  }
  const written = fieldAt(fields, columns.code);
  const code = readOdsCode(written);
  if (!code) {
    return {
      problem: written
        ? `"${written.slice(0, 20)}" is not an ODS code: 1 to 9 letters and digits`
        : 'it has no code',
    };
  }
  const name = fieldAt(fields, columns.name);
  if (!name) return { problem: 'it has no organisation name' };
  const status = fieldAt(fields, columns.status);
  if (!status) return { problem: 'it has no status' };
  const writtenDate = fieldAt(fields, columns.publishedOn);
  const date = readDate(writtenDate);
  if ('problem' in date) return date;
  const day = date.day ?? '';
  if (day > latest) return { problem: `it was published on ${writtenDate}, which is still to come` };
  const sector = fieldAt(fields, columns.sector);
  const commissioner = fieldAt(fields, columns.commissioner);
  if (Math.max(name.length, status.length, sector.length, commissioner.length) > LONGEST) {
    return { problem: `it has text of more than ${LONGEST} characters` };
  }
  return { code, line: toLine([code, name, status, day, sector, commissioner]) };
}

function fieldAt(fields: readonly string[], at: number): string {
  return (fields[at] ?? '').replace(CONTROL, ' ').trim();
}

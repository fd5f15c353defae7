/** One row of the download: the organisation and its status, or why the row cannot be used. */
import { nameKey } from '../name-key.ts';
import { readOdsCode } from '../ods-code.ts';
import type { Columns } from './columns.ts';
import { readDate } from './read-date.ts';

export interface StatusRow {
  code: string;
  name: string;
  nameKey: string;
  status: string;
  /** `YYYY-MM-DD`, or null when the file does not say. */
  publishedOn: string | null;
  sector: string;
  commissioner: string;
}

export type ReadRow = { row: StatusRow } | { problem: string; american?: true };

const LONGEST = 300;

/** @param takenOn the day the file speaks of: nothing can have been published after it. */
export function readRow(fields: readonly string[], columns: Columns, takenOn: string): ReadRow {
  if (fields.length !== columns.count) {
    return { problem: `it has ${fields.length} columns, and the first line has ${columns.count}` };
  }
  const field = (at: number) => fields[at]?.trim() ?? '';
  const written = field(columns.code);
  const code = readOdsCode(written);
  if (!code) {
    return {
      problem: written
        ? `"${written.slice(0, 20)}" is not an ODS code: 1 to 9 letters and digits`
        : 'it has no code',
    };
  }
  const name = field(columns.name);
  if (!name) return { problem: 'it has no organisation name' };
  const status = field(columns.status);
  if (!status) return { problem: 'it has no status' };
  if (fields.some((each) => each.length > LONGEST || each.includes('\0'))) {
    return { problem: 'it has text that is too long or not text' };
  }
  const date = readDate(field(columns.publishedOn));
  if ('problem' in date) return date;
  if (date.day && date.day > takenOn) {
    return { problem: `it was published on ${field(columns.publishedOn)}, after the day of the file` };
  }
  return {
    row: {
      code,
      name,
      nameKey: nameKey(name),
      status,
      publishedOn: date.day,
      sector: field(columns.sector),
      commissioner: field(columns.commissioner),
    },
  };
}

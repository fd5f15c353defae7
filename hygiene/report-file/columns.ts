/** Finds the columns of a report by their names: those that a mapping names first, then the likely ones. */
import { type ColumnMapping, REPORT_FIELDS, type ReportField } from './report-fields.ts';

/** Where each field stands in a row; absent for one that the file does not have. */
export type Positions = Partial<Record<ReportField, number>>;

export interface Columns {
  positions: Positions;
  /** The names as they are written in the first line. */
  names: string[];
  /** Those of them that nothing is read from, and that nobody said to pass over. */
  unused: string[];
}

export type FoundColumns =
  | ({ outcome: 'found' } & Columns)
  | { outcome: 'columns-missing'; missing: ReportField[]; found: string[] }
  | { outcome: 'columns-not-found'; named: string[]; found: string[] };

export interface ColumnQuestion {
  /** What the person who brings the file says: every column of it has to be there. */
  mapping?: ColumnMapping;
  /** What was said for earlier files: a column of it that is not there does not matter. */
  remembered?: ColumnMapping;
  /** Fields that are known without a column. */
  given?: readonly ReportField[];
}

/** A row without these is of no use. */
const NEEDED = ['address', 'odsCode', 'kind'] as const satisfies readonly ReportField[];

export function findColumns(header: readonly string[], question: ColumnQuestion = {}): FoundColumns {
  const { mapping = {}, remembered = {}, given = [] } = question;
  const names = header.map((each) => each.trim());
  const seen = names.map(compared);
  const absent = Object.keys(mapping).filter((name) => !seen.includes(compared(name)));
  if (absent.length > 0) return { outcome: 'columns-not-found', named: absent, found: names };
  const positions: Positions = {};
  const taken = new Set<number>();
  for (const [name, field] of [...Object.entries(mapping), ...Object.entries(remembered)]) {
    const at = seen.indexOf(compared(name));
    if (at < 0 || taken.has(at)) continue;
    if (field !== 'ignore') positions[field] ??= at;
    taken.add(at);
  }
  for (const [field, likely] of Object.entries(REPORT_FIELDS) as [ReportField, readonly string[]][]) {
    if (positions[field] !== undefined) continue;
    const at = likely
      .map((name) => seen.indexOf(compared(name)))
      .find((each) => each >= 0 && !taken.has(each));
    if (at === undefined) continue;
    positions[field] = at;
    taken.add(at);
  }
  const missing = NEEDED.filter((field) => positions[field] === undefined && !given.includes(field));
  if (missing.length > 0) return { outcome: 'columns-missing', missing, found: names };
  const unused = names.filter((name, at) => name !== '' && !taken.has(at));
  return { outcome: 'found', positions, names, unused };
}

/** "Email_Address" and "email address" are the same. */
export function compared(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

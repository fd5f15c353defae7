/** Finds the columns of the toolkit's download by their names, which changed between years. */

export interface Columns {
  /** Positions in a row; -1 for a column that this file does not have. */
  code: number;
  name: number;
  status: number;
  publishedOn: number;
  sector: number;
  commissioner: number;
  /** How many columns a row should have. */
  count: number;
}

/** Names as compared, best first: those of 2023, then those of 2022, then likely others. */
const NAMES = {
  code: ['code', 'ods code', 'organisation code'],
  name: ['organisation name', 'name'],
  status: ['latest status', 'status'],
  publishedOn: ['date of publication', 'publication date', 'date published'],
  sector: ['primary sector', 'sector'],
  commissioner: ['commissioner', 'integrated care board'],
};
type ColumnName = keyof typeof NAMES;
const NEEDED: readonly ColumnName[] = ['code', 'name', 'status'];

/** @returns the columns, or the names of those that the file has to have and does not. Extra columns are ignored. */
export function findColumns(header: readonly string[]): Columns | { missing: string[] } {
  // "(where available, from ODS)" is a remark, not a part of the name.
  const seen = header.map((each) =>
    each
      .replace(/\(.*\)/, '')
      .trim()
      .replace(/[\s_]+/g, ' ')
      .toLowerCase(),
  );
  const find = (column: ColumnName) =>
    NAMES[column].map((name) => seen.indexOf(name)).find((at) => at >= 0) ?? -1;
  const missing = NEEDED.filter((column) => find(column) < 0).map((column) => NAMES[column][0] ?? column);
  if (missing.length > 0) return { missing };
  return {
    code: find('code'),
    name: find('name'),
    status: find('status'),
    publishedOn: find('publishedOn'),
    sector: find('sector'),
    commissioner: find('commissioner'),
    count: header.length,
  };
}

/** What an organisation's reports call their columns: said once with `--map`, and remembered. */
import type { Database } from '../../delivery/database.ts';
import { type ColumnMapping, isReportField, type ReportField } from '../report-file/report-fields.ts';

/** Under this code stands what the command line was told last, for files of whichever organisation. */
export const COMMAND_LINE = '';

/** @param odsCodes of whoever brings a file; the first that knows a column decides. */
export async function rememberedColumns(
  database: Database,
  odsCodes: readonly string[],
): Promise<ColumnMapping> {
  const rows = await database.query<{ theirColumn: string; field: string }>(
    `select distinct on (their_column) their_column as "theirColumn", field from column_mapping
     where ods_code = any($1::text[]) order by their_column, array_position($1::text[], ods_code)`,
    [odsCodes],
  );
  const known = rows.filter(({ field }) => field === 'ignore' || isReportField(field));
  return Object.fromEntries(
    known.map(({ theirColumn, field }) => [theirColumn, field as ReportField | 'ignore']),
  );
}

/** Replaces what was remembered of these columns. Call it in the transaction that puts the report in use. */
export async function rememberColumns(
  transaction: Database,
  odsCodes: readonly string[],
  mapping: ColumnMapping,
): Promise<void> {
  await transaction.query(
    `insert into column_mapping (ods_code, their_column, field)
     select ods_code, their_column, field
     from unnest($1::text[]) ods_code, unnest($2::text[], $3::text[]) as said (their_column, field)
     on conflict (ods_code, their_column) do update set field = excluded.field`,
    [odsCodes, Object.keys(mapping), Object.values(mapping)],
  );
}

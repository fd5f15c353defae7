/** Counts by organisation. */
import type { Database } from '../../delivery/database.ts';

/** @param sql with the columns `odsCode` and `count`. */
export async function perOrganisation(
  database: Database,
  sql: string,
  parameters: readonly unknown[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ odsCode: string; count: number }>(sql, parameters);
  return new Map(rows.map(({ odsCode, count }) => [odsCode, count]));
}

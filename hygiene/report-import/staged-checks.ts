/** What can only be seen of all rows together: checked in the database, in one statement each. */
import type { Database } from '../../delivery/database.ts';
import { type RowProblem, repeatedReason } from '../report-file/row-reader.ts';

/** How many rows there are, and those that name an account which an earlier row has named. The first one counts. */
export async function refuseRepeated(
  database: Database,
  rows: string,
  column: string,
): Promise<{ usable: number; problems: RowProblem[] }> {
  const [count] = await database.query<{ usable: number; accounts: number }>(
    // Numbers are sorted several times faster than addresses. Two addresses of one number only cost a second look.
    `select count(*) as usable, count(distinct hashtextextended(address, 0)) as accounts from ${rows} where usable`,
  );
  const { usable = 0, accounts = 0 } = count ?? {};
  if (usable === accounts) return { usable, problems: [] };
  const repeated = await database.query<{ line: number; first: number }>(
    `with named as (
       select line, min(line) over (partition by address) as first from ${rows} where usable)
     update ${rows} as staged set usable = false from named
     where staged.line = named.line and named.line <> named.first returning staged.line, named.first`,
  );
  return {
    usable: usable - repeated.length,
    problems: repeated.map(({ line, first }) => {
      return { line, column, reason: repeatedReason(first) };
    }),
  };
}

/** Rows about an account that another organisation's reports name: to take it over needs somebody who has both. */
export async function refuseHeldElsewhere(
  database: Database,
  rows: string,
  column: string,
  odsCodes: readonly string[],
): Promise<RowProblem[]> {
  const held = await database.query<{ line: number }>(
    `update ${rows} as staged set usable = false from account
     where account.address = staged.address and staged.usable and account.ods_code <> all($1::text[])
     returning staged.line`,
    [odsCodes],
  );
  const reason = 'another organisation holds this account: ask your service team to move it';
  return held.map(({ line }) => ({ line, column, reason }));
}

/** The rows of a report that say what their accounts say already: they are left out of its table, and accounted for here. */
import type { BulkDatabase, Database } from '../../delivery/database.ts';
import { type RowProblem, repeatedReason } from '../report-file/row-reader.ts';
import type { KnownRows } from './known-rows.ts';

export interface SameRows {
  count: number;
  /** All their fingerprints in one, by exclusive or: a bigint as text. */
  check: string;
  /** The table of `knownOf` lists their accounts. Otherwise it lists the others, being shorter so. */
  isListed: boolean;
}

interface Left {
  stagedId: number;
  same: SameRows;
}

export const NONE_SAME: SameRows = { count: 0, check: '0', isListed: true };

/** The table of fingerprints: of the accounts that such rows name, or of those that they do not. */
export function knownOf({ stagedId }: { stagedId: number }): string {
  return `staging.known_${Number(stagedId)}`;
}

/** A condition on `account`: a row that was left out says the same of it. */
export function isSame({ stagedId, same }: Left): string {
  if (same.count === 0) return 'false';
  return `(account.fingerprint is not null and account.named_in is null
    and account.fingerprint ${same.isListed ? 'in' : 'not in'} (select fingerprint from ${knownOf({ stagedId })}))`;
}

/** False when an account that was left out has changed since, or others have come: then the report has to be read again. */
export async function areStillSame(database: Database, left: Left): Promise<boolean> {
  const { same } = left;
  if (same.count === 0) return true;
  const [row] = await database.query<{ isSame: boolean }>(
    `select count(*) = $1::bigint and bit_xor(fingerprint) = $2::bigint as "isSame" from account where ${isSame(left)}`,
    [same.count, same.check],
  );
  return row?.isSame === true;
}

/**
 * Writes down which rows were left out, once the file is read. One account may be named by a row that was left out and
 * by one that was not: the first of them counts, and the other is told.
 * @returns what is left out, and how many staged rows are `refused`.
 */
export async function leaveOut(
  database: BulkDatabase,
  { stagedId, rows, column }: { stagedId: number; rows: string; column: string },
  known: KnownRows,
): Promise<{ same: SameRows; refused: number; problems: RowProblem[] }> {
  if (known.seen().count === 0) return { same: NONE_SAME, refused: 0, problems: [] };
  const { isSeen: isListed, lines } = known.shorterList();
  const table = knownOf({ stagedId });
  await database.copyIn(table, [{ name: 'fingerprint', type: 'bigint' }], lines);
  await database.query(`analyze ${table}`);
  const problems: RowProblem[] = [];
  const later: number[] = [];
  const earlier: string[] = [];
  const condition = isSame({ stagedId, same: { ...known.seen(), isListed } });
  for (const { line, fingerprint } of await namedTwice(database, rows, condition)) {
    const first = known.lineOf(fingerprint);
    if (first === undefined) continue;
    const [counts, repeats] = first < line ? [first, line] : [line, first];
    problems.push({ line: repeats, column, reason: repeatedReason(counts) });
    if (repeats === line) later.push(line);
    else earlier.push(fingerprint);
  }
  if (later.length > 0) {
    await database.query(`update ${rows} set usable = false where line = any($1::int[])`, [later]);
  }
  if (earlier.length > 0) {
    for (const fingerprint of earlier) known.unsee(fingerprint);
    await database.query(
      isListed
        ? `delete from ${table} where fingerprint = any($1::bigint[])`
        : `insert into ${table} (fingerprint) select unnest($1::bigint[])`,
      [earlier],
    );
  }
  return { same: { ...known.seen(), isListed }, refused: later.length, problems };
}

function namedTwice(
  database: Database,
  rows: string,
  condition: string,
): Promise<{ line: number; fingerprint: string }[]> {
  return database.query(
    `select staged.line, account.fingerprint::text as fingerprint
     from ${rows} staged join account on account.address = staged.address
     where staged.usable and ${condition} order by staged.line`,
  );
}

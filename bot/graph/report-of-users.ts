/** A whole reading of Graph's users as the report that the importer takes: CSV, with the portal's kind of columns. */
import type { Database } from '../../delivery/database.ts';
import type { OrganisationRule } from './organisation-of.ts';
import type { ReadUser } from './read-user.ts';
import { type Reading, usersOf } from './reading.ts';

/** What of the users is not in the report, and what of it is less sure. */
export interface GraphSummary {
  users: number;
  accounts: number;
  guests: number;
  /** Users without an address, or that are no users at all. */
  unusable: number;
  /** Accounts of which Graph knows no successful sign-in: their date is that of an attempt, which may have failed. */
  attemptsOnly: number;
  /** Users without a value that names an organisation. */
  withoutOrganisation: number;
  /** Values that name no organisation, with how many users have each. Never guessed. */
  unknownOrganisations: Map<string, number>;
}

type ReadAccount = Extract<ReadUser, { kind: 'account' }>;

const HEADER = [
  'User principal name',
  'Display name',
  'ODS code',
  'Account status',
  'Last sign in',
  'Created date',
];
/** Rows that are given on together. */
const CHUNK = 500;

export function emptySummary(): GraphSummary {
  return {
    users: 0,
    accounts: 0,
    guests: 0,
    unusable: 0,
    attemptsOnly: 0,
    withoutOrganisation: 0,
    unknownOrganisations: new Map(),
  };
}

/** @param summary counts, while the report is read. @returns the bytes of a CSV file, a few hundred rows at a time. */
export async function* reportOfUsers(
  database: Database,
  reading: Reading,
  rule: OrganisationRule,
  summary: GraphSummary,
): AsyncGenerator<Uint8Array> {
  let rows = [HEADER.map(quoted).join(',')];
  for await (const user of usersOf(database, reading)) {
    const row = rowOf(user, rule, summary);
    if (row) rows.push(row);
    if (rows.length < CHUNK) continue;
    yield bytesOf(rows);
    rows = [];
  }
  yield bytesOf(rows);
}

function rowOf(user: ReadUser, rule: OrganisationRule, summary: GraphSummary): string | undefined {
  summary.users += 1;
  if (user.kind === 'guest') summary.guests += 1;
  if (user.kind === 'unusable') summary.unusable += 1;
  if (user.kind !== 'account') return undefined;
  const odsCode = odsCodeOf(user, rule, summary);
  if (odsCode === undefined) return undefined;
  summary.accounts += 1;
  if (user.attemptOnly) summary.attemptsOnly += 1;
  const lastSignIn = user.lastActiveOn ?? (user.neverUsed ? 'Never' : '');
  const { address, displayName, status, createdOn } = user;
  return [address, displayName, odsCode, status ?? '', lastSignIn, createdOn ?? ''].map(quoted).join(',');
}

function odsCodeOf(
  { organisation }: ReadAccount,
  rule: OrganisationRule,
  summary: GraphSummary,
): string | undefined {
  if (organisation === null) {
    summary.withoutOrganisation += 1;
    return undefined;
  }
  const odsCode = rule.odsCodeFor(organisation);
  const { unknownOrganisations: unknown } = summary;
  if (odsCode === undefined) unknown.set(organisation, (unknown.get(organisation) ?? 0) + 1);
  return odsCode;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function bytesOf(rows: readonly string[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${row}\r\n`).join(''));
}

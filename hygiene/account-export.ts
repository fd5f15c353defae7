/** The accounts that somebody may see, as a table for a spreadsheet: read and written in pages, never all at once. */
import { BYTE_ORDER_MARK, type Cell, csvLine } from '../delivery/csv.ts';
import type { Database } from '../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account, type AccountKind } from './account.ts';
import { type AccountFilter, filtered } from './account-filter.ts';
import { accountsSeenBy, type Reader } from './accounts.ts';
import { type Day, dayIn } from './day.ts';
import { ageOf } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { parameters } from './parameters.ts';
import type { Stage } from './stage-of.ts';
import { stageSql } from './stage-sql.ts';
import { type Standing, standingOf } from './standing.ts';

export interface ExportQuestion {
  reader: Reader;
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
  timeZone: string;
  now: Date;
  filter?: AccountFilter;
  /** What a stage is called. */
  stageTitles: Readonly<Record<Stage, string>>;
}

type Row = Account & {
  organisation: string;
  reportedKind: AccountKind;
  approvedBy: string | null;
  stillNeededOn: Day | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  reportDate: Day;
  /** It passes the filter. */
  isWanted: boolean;
};

const ROWS_AT_ONCE = 1000;

type CellOf = (row: Row, standing: Standing, question: ExportQuestion) => Cell;

const COLUMNS: readonly [title: string, cell: CellOf][] = [
  ['Organisation code', (row) => row.odsCode],
  ['Organisation', (row) => row.organisation],
  ['Name', (row) => row.displayName],
  ['Address', (row) => row.address],
  ['Stage', (_, { stage }, { stageTitles }) => stageTitles[stage]],
  ['What can happen', (_, { what }) => what],
  ['From', (_, { happensOn }) => happensOn],
  ['Days left', (_, { daysLeft }) => daysLeft],
  ['Why', (_, { why }) => why],
  ['Rule', (_, __, { profile }) => profile.title],
  ['Status in the report', (row) => row.status],
  ['Last used', (row) => row.lastActiveOn],
  ['Never used', (row) => yesOrNo(row.neverUsed)],
  ['Made', (row) => row.createdOn],
  ['Set-up finished', (row) => (row.setUpComplete === null ? '' : yesOrNo(row.setUpComplete))],
  ['Disabled', (row) => row.disabledOn],
  ['Deleted', (row) => row.deletedOn],
  ['Kind in the report', (row) => row.reportedKind],
  ['Counts as', (row) => row.kind],
  ['Planned absence until', (row) => row.absentUntil],
  ['Approved by', (row) => row.approvedBy],
  ['Leaver from', (row) => row.leaverOn],
  ['Still needed, said on', (row) => row.stillNeededOn],
  ['Decided on', (row, _, { timeZone }) => row.decidedAt && dayIn(timeZone, row.decidedAt)],
  ['Decided by', (row) => row.decidedBy],
  ['Report of', (row) => row.reportDate],
  ['Too old to act on', (row, _, { profile, day }) => yesOrNo(ageOf(row.reportDate, profile, day).tooOld)],
];

/** Some whole lines of the table. */
export interface ExportPart {
  text: string;
  /** How many accounts they tell of. */
  accounts: number;
}

/** The table in parts, by organisation and address. What a cell would run as a formula is made harmless. */
export async function* exportAccounts(
  database: Database,
  question: ExportQuestion,
): AsyncGenerator<ExportPart> {
  yield { text: BYTE_ORDER_MARK + csvLine(COLUMNS.map(([title]) => title)), accounts: 0 };
  let after: Row | undefined;
  do {
    const rows = await readRows(database, question, after);
    const lines = rows.filter(({ isWanted }) => isWanted).map((row) => lineOf(row, question));
    if (lines.length > 0) yield { text: lines.join(''), accounts: lines.length };
    after = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined;
  } while (after);
}

/**
 * How long the table would be now. Teams wants to know before the first byte, so it is read twice and kept nowhere.
 * @param most to stop counting after so many accounts.
 */
export async function exportSize(database: Database, question: ExportQuestion, most: number) {
  let accounts = 0;
  let bytes = 0;
  for await (const part of exportAccounts(database, question)) {
    accounts += part.accounts;
    bytes += Buffer.byteLength(part.text);
    if (accounts > most) break;
  }
  return { accounts, bytes };
}

/** The page is cut before its accounts are placed: to place all of them for each page would take a page's time each. */
function readRows(database: Database, question: ExportQuestion, after: Row | undefined): Promise<Row[]> {
  const { reader, profile, now, filter = {} } = question;
  const bound = parameters();
  const day = `${bound.bind(question.day)}::date`;
  const accounts = accountsSeenBy(reader, now, bound);
  const conditions = [
    'true',
    ...(filter.odsCode === undefined ? [] : [`ods_code = ${bound.bind(filter.odsCode)}`]),
    ...(after ? [`(ods_code, address) > (${bound.bind(after.odsCode)}, ${bound.bind(after.address)})`] : []),
  ].join(' and ');
  const page = `(select * from ${accounts} seen where ${conditions} order by ods_code, address limit ${ROWS_AT_ONCE})`;
  return database.query<Row>(
    `select ${ACCOUNT_COLUMNS}, organisation, reported_kind as "reportedKind", approved_by as "approvedBy",
       still_needed_on as "stillNeededOn", decided_at as "decidedAt", taken_on as "reportDate",
       (select person.address from person
         where person.tenant_id = decided_by_tenant and person.aad_object_id = decided_by) as "decidedBy",
       (${filtered(filter, day, bound)}) as "isWanted"
     from ${stageSql(profile, day, page)} staged join report using (report_id) order by ods_code, address`,
    bound.values,
  );
}

function lineOf(row: Row, question: ExportQuestion): string {
  const standing = standingOf(row, question.profile, question.day);
  return csvLine(COLUMNS.map(([, cell]) => cell(row, standing, question)));
}

function yesOrNo(holds: boolean): string {
  return holds ? 'yes' : 'no';
}

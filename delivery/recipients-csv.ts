/** What became of each person of a send, as a table for a spreadsheet: read in pages, never all at once. */
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { Database } from './database.ts';
import { NOT_ADDED } from './deliver-one.ts';
import type { OwedState } from './owed-message.ts';

interface Row {
  key: string;
  name: string;
  address: string;
  /** They can be written to in Teams. */
  reachable: boolean;
  /** Null when nothing is owed to them by this send. */
  state: OwedState | null;
  failure: string | null;
  wasAmbiguous: boolean | null;
  attempts: number | null;
  changedAt: Date | null;
}

const COLUMNS = ['Name', 'Address', 'What became of it', 'Why', 'Attempts', 'Last changed (UTC)'];
const ROWS_AT_ONCE = 1000;
const OUTCOMES: Readonly<Record<OwedState, string>> = {
  planned: 'Waiting',
  sending: 'On its way',
  sent: 'Sent',
  retrying: 'Trying again',
  ambiguous: 'Trying again',
  failed: 'Not delivered',
  cancelled: 'Cancelled',
};
const MAY_BE_TWO = 'Teams did not answer clearly at first. It may have arrived twice.';
const STOPPED = 'It was cancelled before it was sent.';
const BY_ANOTHER = 'Another send had warned them already.';

/** Some whole lines of the table. */
export interface RecipientsPart {
  text: string;
  people: number;
}

/** @param which `unreached` leaves out whoever got it or may still get it. */
export async function* recipientsCsv(
  database: Database,
  sendId: string,
  which: 'all' | 'unreached',
): AsyncGenerator<RecipientsPart> {
  yield { text: BYTE_ORDER_MARK + csvLine(COLUMNS), people: 0 };
  let after: string | undefined;
  do {
    const rows = await readRows(database, sendId, after);
    const wanted = which === 'all' ? rows : rows.filter(isUnreached);
    if (wanted.length > 0) yield { text: wanted.map(lineOf).join(''), people: wanted.length };
    after = rows.length === ROWS_AT_ONCE ? rows.at(-1)?.key : undefined;
  } while (after !== undefined);
}

/** How many people are in the table, and how long it is now. */
export async function recipientsCsvSize(database: Database, sendId: string, which: 'all' | 'unreached') {
  let people = 0;
  let bytes = 0;
  for await (const part of recipientsCsv(database, sendId, which)) {
    people += part.people;
    bytes += Buffer.byteLength(part.text);
  }
  return { people, bytes };
}

function readRows(database: Database, sendId: string, after: string | undefined): Promise<Row[]> {
  return database.query<Row>(
    `select recipient.reason_key as key, display_name as name, address, recipient.aad_object_id is not null as reachable,
       state, failure, was_ambiguous as "wasAmbiguous", attempts, changed_at as "changedAt"
     from send_recipient recipient
     left join owed_message owed on owed.send_id = recipient.send_id and owed.reason_key = recipient.reason_key
     where recipient.send_id = $1::uuid and ($2::text is null or recipient.reason_key > $2::text)
     order by recipient.reason_key limit ${ROWS_AT_ONCE}`,
    [sendId, after ?? null],
  );
}

function isUnreached({ state, reachable }: Row): boolean {
  return state === 'failed' || state === 'cancelled' || (state === null && !reachable);
}

function lineOf(row: Row): string {
  const { name, address, state, attempts, changedAt } = row;
  const outcome = state ? OUTCOMES[state] : row.reachable ? 'Not sent' : 'Not reachable';
  return csvLine([name, address, outcome, whyOf(row), attempts, changedAt?.toISOString()]);
}

function whyOf({ state, failure, wasAmbiguous, reachable }: Row): string {
  if (state === null) return reachable ? BY_ANOTHER : NOT_ADDED;
  if (state === 'failed') return failure ?? '';
  if (state === 'cancelled') return STOPPED;
  return wasAmbiguous ? MAY_BE_TWO : '';
}

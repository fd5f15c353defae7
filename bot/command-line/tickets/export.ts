/** `npm run tickets -- export`: questions with their answers, as a table for a spreadsheet or as JSON. */
import { recordAudit } from '../../../access/audit.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../delivery/csv.ts';
import type { Database } from '../../../delivery/database.ts';
import { readTickets, type TicketRow } from '../../../tickets/read-tickets.ts';
import { writeOwnFile, writeParts } from '../own-file.ts';
import { Mistake, operator, type Period, periodIn, type Told } from '../told.ts';

const COLUMNS = [
  'organisation',
  'name',
  'number',
  'state',
  'asked',
  'changed',
  'told whom to ring',
  'taken by',
  'asked by',
  'question',
  'answered before',
  'since then',
];

export interface ExportOptions extends Period {
  /** The file to write. */
  csv?: string | undefined;
  json: boolean;
}

/** Row by row. That somebody takes it out is written to the audit before the first row. @throws Mistake for what was mistyped. */
export async function exportTickets(
  database: Database,
  options: ExportOptions,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<Told> {
  const { csv, json } = options;
  if (csv === undefined && !json)
    throw new Mistake('Name the file to write: --csv questions.csv, or --json.');
  const { from, to, odsCode } = periodIn(options, timeZone, now);
  let rows = 0;
  async function* lines(line: (row: TicketRow) => string, head = ''): AsyncGenerator<string> {
    await recordAudit(database, {
      actor: operator(),
      what: 'tickets.exported',
      ...(odsCode && { odsCode }),
      after: { from, until: to },
      at: now,
    });
    yield head;
    for await (const row of readTickets(database, { from, to, odsCode })) {
      rows++;
      yield line(row);
    }
  }
  if (csv !== undefined) await writeOwnFile(csv, lines(csvOf, BYTE_ORDER_MARK + csvLine(COLUMNS)));
  else
    await writeParts(
      process.stdout,
      lines((row) => `${JSON.stringify(row)}\n`),
    );
  if (csv === undefined) return { well: true, words: '' };
  return { well: true, words: `Wrote ${rows} questions to ${csv}.`, json: { rows, file: csv } };
}

function csvOf(row: TicketRow): string {
  const moment = (at: Date | null) => at?.toISOString() ?? '';
  return csvLine([
    row.odsCode,
    row.organisation,
    row.number,
    row.state,
    moment(row.askedAt),
    moment(row.changedAt),
    moment(row.toldToRingAt),
    row.takenName,
    row.askerName,
    row.question,
    row.answeredBefore,
    row.messages.map(({ name, words }) => `${name}: ${words}`).join('\n'),
  ]);
}

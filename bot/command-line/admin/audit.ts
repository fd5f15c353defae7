/** `npm run admin -- audit`: what administrators and operators did, to read, as a table for a spreadsheet or as JSON. */
import { recordAudit } from '../../../access/audit.ts';
import { type AuditRow, readAudit } from '../../../access/read-audit.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../delivery/csv.ts';
import type { Database } from '../../../delivery/database.ts';
import { writeOwnFile } from '../own-file.ts';
import { operator, type Period, periodIn, type Told } from '../told.ts';

const COLUMNS = ['when', 'who', 'tenant', 'person', 'what', 'organisation', 'subject', 'before', 'after'];

export interface AuditOptions extends Period {
  /** The file to write. */
  csv?: string | undefined;
  json: boolean;
}

/**
 * Writes it row by row, so that years of it need no memory. That somebody took it out is itself written to the audit.
 * @throws Mistake for what was mistyped, or a file that cannot be written.
 */
export async function exportAudit(
  database: Database,
  options: AuditOptions,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<Told> {
  const { csv, json } = options;
  const question = periodIn(options, timeZone, now);
  let rows = 0;
  async function* lines(line: (row: AuditRow) => string, head = ''): AsyncGenerator<string> {
    yield head;
    for await (const row of readAudit(database, question)) {
      rows++;
      yield line(row);
    }
  }
  if (csv !== undefined) await writeOwnFile(csv, lines(csvOf, BYTE_ORDER_MARK + csvLine(COLUMNS)));
  else for await (const line of lines(json ? jsonOf : wordsOf)) process.stdout.write(line);
  const { from, to, odsCode } = question;
  await recordAudit(database, {
    actor: operator(),
    what: 'audit.exported',
    ...(odsCode && { odsCode }),
    after: { from, until: to, rows },
    at: now,
  });
  if (csv === undefined) return { well: true, words: `${rows} in that time.` };
  return { well: true, words: `Wrote ${rows} rows to ${csv}.`, json: { rows, file: csv } };
}

function jsonOf(row: AuditRow): string {
  return `${JSON.stringify(row)}\n`;
}

function wordsOf({ at, what, odsCode, subject, ...row }: AuditRow): string {
  const when = at.toISOString().slice(0, 16).replace('T', ' ');
  return `${[when, who(row), what, odsCode, subject].filter(Boolean).join('  ')}\n`;
}

function csvOf({
  at,
  tenantId,
  aadObjectId,
  what,
  odsCode,
  subject,
  before,
  after,
  ...row
}: AuditRow): string {
  const json = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  return csvLine([
    at.toISOString(),
    who(row),
    tenantId,
    aadObjectId,
    what,
    odsCode,
    subject,
    json(before),
    json(after),
  ]);
}

function who({ actor, address }: Pick<AuditRow, 'actor' | 'address'>): string {
  return actor === 'person' ? (address ?? 'a person') : actor;
}

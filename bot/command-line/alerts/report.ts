/** `npm run alerts -- report`: what came of a send, in counts, and as a file with every person of it. */
import { recordAudit } from '../../../access/audit.ts';
import type { Database } from '../../../delivery/database.ts';
import { recipientsCsv } from '../../../delivery/recipients-csv.ts';
import { shownReport } from '../../../delivery/send-report.ts';
import { writeOwnFile } from '../own-file.ts';
import { operator, type Told } from '../told.ts';

export interface ReportOptions {
  /** The file to write. */
  csv?: string | undefined;
  now: Date;
}

/** Names are in the file only, and that somebody took it out is audited. @throws Mistake when it cannot be written. */
export async function report(database: Database, sendId: string, { csv, now }: ReportOptions): Promise<Told> {
  const found = await shownReport(database, sendId);
  if (!found) return { well: false, words: 'There is no such send.' };
  const { failures: _failures, unreachablePeople: _people, ...counts } = found;
  const lines = [
    `${counts.organisation}, send ${sendId}`,
    ...(
      [
        ['Sent', counts.sent],
        ['Took more than one try', counts.retried],
        ['Not delivered', counts.failed],
        ['Not certain: may have arrived twice, or not', counts.ambiguous],
        ['Cancelled', counts.cancelled],
        ['Still on their way', counts.pending],
        ['Not reachable in Teams', counts.unreachable],
      ] as const
    ).map(([title, count]) => `${title}: ${count.toLocaleString('en-GB')}`),
    ...(counts.reasons.length > 0 ? ['Why some were not delivered:'] : []),
    ...counts.reasons.map(({ reason, count }) => `  ${count.toLocaleString('en-GB')}: ${reason}`),
  ];
  if (csv === undefined) return { well: true, words: lines.join('\n'), json: counts };
  let people = 0;
  async function* parts() {
    for await (const part of recipientsCsv(database, sendId, 'all')) {
      people += part.people;
      yield part.text;
    }
  }
  await writeOwnFile(csv, parts());
  await recordAudit(database, {
    actor: operator(),
    what: 'send.exported',
    odsCode: counts.odsCode,
    subject: sendId,
    after: { people },
    at: now,
  });
  lines.push(`Wrote ${people} people to ${csv}. It names them: keep it safe.`);
  return { well: true, words: lines.join('\n'), json: { ...counts, people, file: csv } };
}

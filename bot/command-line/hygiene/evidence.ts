/** `npm run hygiene -- evidence`: what was done about inactive accounts, for the people who ask for proof of it. */
import { recordAudit } from '../../../access/audit.ts';
import type { Database } from '../../../delivery/database.ts';
import { evidence, evidenceCounts } from '../../../hygiene/evidence/evidence.ts';
import { evidenceCsv } from '../../../hygiene/evidence/evidence-csv.ts';
import { evidencePage } from '../../../hygiene/evidence/evidence-page.ts';
import type { LifecycleProfile } from '../../../hygiene/lifecycle-profile.ts';
import { writeOwnFile } from '../own-file.ts';
import { operator, type Period, periodIn, type Told } from '../told.ts';
import { noMore, subcommand } from './subcommand.ts';

export interface EvidenceOptions extends Period {
  /** The files to write. Without any, the counts are shown. */
  csv?: string | undefined;
  page?: string | undefined;
}

export const evidenceCommand = subcommand({
  name: 'evidence',
  help: `npm run hygiene -- evidence --from 2026-10-01 --to 2026-12-31   how many accounts were flagged, warned and decided about
npm run hygiene -- evidence --from 2026-10-01 --to 2026-12-31 --organisation A1B2 --csv evidence.csv --page evidence.html
    writes which accounts, by whom and when: a table for a spreadsheet, and a page to read and print

Both days are included. Without them it is the last 30 days.`,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    organisation: { type: 'string' },
    csv: { type: 'string' },
    page: { type: 'string' },
  },
  read({ values: { from, to, organisation, csv, page }, positionals }) {
    noMore(positionals);
    const options = { from, to, organisation, csv, page };
    return (surroundings) => exportEvidence(surroundings.database, options, surroundings);
  },
});

/** @throws Mistake for what was mistyped, or a file that cannot be written. */
export async function exportEvidence(
  database: Database,
  { csv, page, ...period }: EvidenceOptions,
  {
    timeZone,
    now,
    profiles,
  }: { timeZone: string; now: Date; profiles: ReadonlyMap<string, LifecycleProfile> },
): Promise<Told> {
  const { firstDay, lastDay, ...moments } = periodIn(period, timeZone, now);
  const question = { ...moments, timeZone };
  const counts = await evidenceCounts(database, question);
  if (csv) await writeOwnFile(csv, evidenceCsv(evidence(database, question), timeZone));
  if (page) {
    const events = evidence(database, question);
    const head = { from: firstDay, to: lastDay, timeZone, now };
    await writeOwnFile(page, evidencePage({ ...head, counts, events, profiles }));
  }
  const files = [csv, page].filter((file) => file !== undefined);
  if (files.length > 0) {
    await recordAudit(database, {
      actor: operator(),
      what: 'evidence.exported',
      ...(moments.odsCode && { odsCode: moments.odsCode }),
      after: { from: firstDay, to: lastDay },
      at: now,
    });
  }
  const lines = counts.map(
    (each) =>
      `${each.odsCode}  ${each.organisation}: ${each.flagged} flagged, ${each.warned} warned, ${each.notReached} not reached, ${each.decided} decided about, ${each.cleared} cleared, ${each.open} still flagged`,
  );
  const words = [
    `Accounts from ${firstDay} to ${lastDay}:`,
    ...(lines.length > 0 ? lines : ['Nothing was flagged, warned or decided in this time.']),
    ...files.map((file) => `Wrote ${file}. It names accounts: keep it safe.`),
  ].join('\n');
  return { well: true, words, json: { from: firstDay, to: lastDay, counts, files } };
}

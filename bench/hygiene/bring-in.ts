/** An import and the sweep after it, as `npm run hygiene -- import --yes` does them. */
import { createReadStream } from 'node:fs';
import type { OpenDatabase } from '../../bot/database/open-database.ts';
import type { Day } from '../../hygiene/day.ts';
import { loadProfiles } from '../../hygiene/lifecycle-profile.ts';
import { stageReport } from '../../hygiene/report-import/stage-report.ts';
import { useReport } from '../../hygiene/report-import/use-report.ts';
import { sweep } from '../../hygiene/sweep.ts';
import type { PortalFile } from './portal-file.ts';

const rule = loadProfiles().get('nhsmail-2022');
if (!rule) throw new Error('There is no rule to sweep by.');
export const RULE = rule;

export interface Seconds {
  read: number;
  used: number;
  swept: number;
  all: number;
}

/** @throws Error when it was not used as it is. */
export async function bringIn(database: OpenDatabase, file: PortalFile, today: Day): Promise<Seconds> {
  const now = new Date(`${today}T10:00:00Z`);
  const started = performance.now();
  const staging = await stageReport(database, {
    content: createReadStream(file.path, { highWaterMark: 256 * 1024 }),
    source: 'file',
    addsOrganisations: true,
    takenOn: file.takenOn,
    today,
    now,
  });
  if (staging.outcome !== 'staged' || staging.rows !== file.accounts) {
    throw new Error(`The report ended as ${staging.outcome}.`);
  }
  const read = performance.now();
  const outcome = await useReport(database, {
    stagedId: staging.stagedId,
    actor: { commandLine: 'bench' },
    complete: 'all',
    profile: RULE,
    day: today,
    now,
  });
  if (outcome.outcome !== 'used') throw new Error(`The report ended as ${outcome.outcome}.`);
  const used = performance.now();
  const { accounts } = await sweep(database, { profile: RULE, day: today, now });
  if (accounts !== file.accounts) throw new Error(`${accounts} accounts were swept.`);
  const swept = performance.now();
  const seconds = (from: number, to: number) => (to - from) / 1000;
  return {
    read: seconds(started, read),
    used: seconds(read, used),
    swept: seconds(used, swept),
    all: seconds(started, swept),
  };
}

export function inWords({ read, used, swept }: Seconds): string {
  return `read ${read.toFixed(1)} s, compared and written ${used.toFixed(1)} s, swept ${swept.toFixed(1)} s`;
}

/** A day that never changes, so that two runs measure the same. */
export const TODAY: Day = '2026-11-21';
/** The size that the service is made for. */
export const ALL_ACCOUNTS = 2_000_000;

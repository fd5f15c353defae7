/** What is done about accounts by itself. While nobody has chosen a rule there is nothing to do. */
import type { Logger } from 'pino';
import type { Database } from '../../delivery/database.ts';
import { type CardUpdater, updateCards } from '../../delivery/update-cards.ts';
import { planDue } from '../../hygiene/automatic/plan-due.ts';
import { dayIn } from '../../hygiene/day.ts';
import { oweDigests } from '../../hygiene/digest/owe-digests.ts';
import { endWarnings } from '../../hygiene/end-warnings.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { dailySweep, sweepNewReports } from '../../hygiene/sweep-due.ts';
import { faultOf } from '../fault.ts';
import { scheduled } from './job-times.ts';
import type { ScheduledJob } from './scheduled-job.ts';

export interface HygieneJobParts {
  database: Database;
  /** The one in force. */
  profile: LifecycleProfile | undefined;
  profiles: ReadonlyMap<string, LifecycleProfile>;
  updater: CardUpdater;
  clock: () => Date;
  wait: (ms: number) => Promise<void>;
  timeZone: string;
  log: Logger;
  wakeDelivery: () => void;
}

export function hygieneJobs(parts: HygieneJobParts): ScheduledJob[] {
  const { database, profile, profiles, updater, clock, wait, timeZone, log, wakeDelivery } = parts;
  if (!profile) return [];
  const today = (now: Date) => ({ profile, day: dayIn(timeZone, now), now });
  return [
    scheduled('daily-sweep', async (now) => {
      const { accounts, open, skipped } = await dailySweep(database, today(now));
      log.info({ accounts, flagged: open, organisationsWithOldReport: skipped }, 'daily sweep');
    }),
    scheduled('automatic-warnings', async (now) => {
      await sweepNewReports(database, today(now));
      await endWarnings(database, { profiles: profiles.values(), timeZone, now });
      const result = await planDue(database, { profile, timeZone, now });
      const { owed, cancelled, organisations, tooOld, faults } = result;
      for (const fault of faults) log.error({ fault: faultOf(fault) }, 'organisation not planned');
      if (organisations > 0) {
        log.info({ organisations, organisationsWithOldReport: tooOld, owed, cancelled }, 'warnings planned');
      }
      if (owed > 0) wakeDelivery();
    }),
    scheduled('digests', async (now) => {
      const { owed, faults } = await oweDigests(database, { profile, timeZone, now });
      for (const fault of faults) log.error({ fault: faultOf(fault) }, 'digest not made');
      if (owed > 0) wakeDelivery();
    }),
    scheduled('card-updates', async () => void (await updateCards({ database, updater, clock, wait }))),
  ];
}

/** Everything that this service does at set times. */
import type { Database } from '../../delivery/database.ts';
import { discardExpired } from '../../hygiene/report-import/staged-report.ts';
import type { RetentionPeriods } from '../../privacy/kept.ts';
import { deleteWhatIsPast } from '../../privacy/retention.ts';
import type { ScheduledJob } from './scheduled-job.ts';
import { type WeeklySummaryParts, weeklySummaryJob } from './weekly-summary.ts';

/** When few people chat. */
const RETENTION_AT_HOUR = 3;

export interface JobParts extends WeeklySummaryParts {
  database: Database;
  retention: RetentionPeriods;
}

export function allJobs({ database, retention, knowledge, timeZone }: JobParts): ScheduledJob[] {
  return [
    weeklySummaryJob({ database, knowledge, timeZone }),
    {
      name: 'expired-reports',
      due: { everyMinutes: 1 },
      run: async (now) => void (await discardExpired(database, now)),
    },
    {
      name: 'retention',
      due: { dailyAtHour: RETENTION_AT_HOUR },
      run: async (now) => void (await deleteWhatIsPast(database, retention, now)),
    },
  ];
}

/** Everything that this service does at set times. */
import type { Database } from '../../delivery/database.ts';
import { discardExpired } from '../../hygiene/report-import/staged-report.ts';
import type { RetentionPeriods } from '../../privacy/kept.ts';
import { deleteWhatIsPast } from '../../privacy/retention.ts';
import { checkChannels } from '../../tickets/check-channels.ts';
import type { TeamsChannels } from '../../tickets/teams-channels.ts';
import { tellWhomToRing } from '../../tickets/waiting.ts';
import { type HygieneJobParts, hygieneJobs } from './hygiene-jobs.ts';
import { scheduled } from './job-times.ts';
import type { ScheduledJob } from './scheduled-job.ts';
import { type WeeklySummaryParts, weeklySummaryJob } from './weekly-summary.ts';

export interface JobParts extends HygieneJobParts, WeeklySummaryParts {
  database: Database;
  retention: RetentionPeriods;
  channels: TeamsChannels;
}

export function allJobs(parts: JobParts): ScheduledJob[] {
  const { database, retention, channels } = parts;
  return [
    ...hygieneJobs(parts),
    weeklySummaryJob(parts),
    scheduled('expired-reports', (now) => discardExpired(database, now)),
    scheduled('retention', async (now) => void (await deleteWhatIsPast(database, retention, now))),
    scheduled('untaken-tickets', async (now) => void (await tellWhomToRing(database, now))),
    scheduled('helper-channels', async (now) => void (await checkChannels(database, channels, now))),
  ];
}

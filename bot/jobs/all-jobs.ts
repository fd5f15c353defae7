/** Everything that this service does at set times. */
import type { Database } from '../../delivery/database.ts';
import { discardExpired } from '../../hygiene/report-import/staged-report.ts';
import type { RetentionPeriods } from '../../privacy/kept.ts';
import { deleteWhatIsPast } from '../../privacy/retention.ts';
import { checkChannels } from '../../tickets/check-channels.ts';
import type { TeamsChannels } from '../../tickets/teams-channels.ts';
import { tellWhomToRing } from '../../tickets/waiting.ts';
import type { ScheduledJob } from './scheduled-job.ts';

/** When few people chat. */
const RETENTION_AT_HOUR = 3;
const CHANNELS_AT_HOUR = 6;

export interface JobParts {
  database: Database;
  retention: RetentionPeriods;
  channels: TeamsChannels;
}

export function allJobs({ database, retention, channels }: JobParts): ScheduledJob[] {
  return [
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
    {
      name: 'untaken-tickets',
      due: { everyMinutes: 1 },
      run: async (now) => void (await tellWhomToRing(database, now)),
    },
    {
      name: 'helper-channels',
      due: { dailyAtHour: CHANNELS_AT_HOUR },
      run: async (now) => void (await checkChannels(database, channels, now)),
    },
  ];
}

/** When each piece of scheduled work is due. The hours are those of the service's time zone. */
import type { JobTime, ScheduledJob } from './scheduled-job.ts';

const DUE = {
  /** When few people chat. */
  retention: { dailyAtHour: 3 },
  /** After the retention, and before anybody works. */
  'daily-sweep': { dailyAtHour: 5 },
  'helper-channels': { dailyAtHour: 6 },
  /** When people are at work. */
  'weekly-summary': { dailyAtHour: 9 },
  'untaken-tickets': { everyMinutes: 1 },
  'automatic-warnings': { everyMinutes: 1 },
  digests: { everyMinutes: 5 },
  'card-updates': { everyMinutes: 1 },
  'expired-reports': { everyMinutes: 1 },
} as const satisfies Record<string, JobTime['due']>;

export type JobName = keyof typeof DUE;

export const jobTimes: readonly JobTime[] = Object.entries(DUE).map(([name, due]) => ({ name, due }));

export function scheduled(name: JobName, run: ScheduledJob['run']): ScheduledJob {
  return { name, due: DUE[name], run };
}

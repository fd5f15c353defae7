/** The weekly summary as scheduled work: on Monday morning, or as soon as the service runs again. */
import type { Database } from '../../delivery/database.ts';
import { momentIn } from '../../delivery/moment-in.ts';
import { entryTitle } from '../../dialogs/feedback/titles.ts';
import type { FeedbackPeriod } from '../../feedback/report.ts';
import { oweWeeklySummary } from '../../feedback/weekly-summary.ts';
import { addDays, dayIn } from '../../hygiene/day.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { scheduled } from './job-times.ts';
import type { ScheduledJob } from './scheduled-job.ts';

const DAYS = 7;

export interface WeeklySummaryParts {
  database: Database;
  knowledge: Pick<Knowledge, 'entry'>;
  timeZone: string;
}

/** Run every day, so that a Monday that was missed is made up for. A week is owed to nobody twice. */
export function weeklySummaryJob({ database, knowledge, timeZone }: WeeklySummaryParts): ScheduledJob {
  return scheduled('weekly-summary', async (now) => {
    await oweWeeklySummary(database, lastWeek(timeZone, now), (entry) => entryTitle(knowledge, entry), now);
  });
}

/** The last whole week, Monday to Sunday. */
export function lastWeek(timeZone: string, now: Date): FeedbackPeriod {
  const today = dayIn(timeZone, now);
  // Sunday is 0, and the last day of its week.
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + DAYS - 1) % DAYS;
  const monday = addDays(today, -sinceMonday);
  const firstDay = addDays(monday, -DAYS);
  return {
    firstDay,
    lastDay: addDays(monday, -1),
    from: momentIn(timeZone, firstDay, 0),
    to: momentIn(timeZone, monday, 0),
  };
}

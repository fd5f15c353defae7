/** Which scheduled work was done when, and when it is due next: for the people who run the service. */
import { jobsDue, type Schedule } from './run-when-due.ts';
import { type JobTime, nextDue } from './scheduled-job.ts';

export interface JobStatus {
  name: string;
  /** When it was finished last; null when it never was. */
  finishedAt: Date | null;
  /** Now when it is due and not done yet. */
  nextAt: Date;
  isDue: boolean;
}

export async function jobStatus(schedule: Schedule<JobTime>): Promise<JobStatus[]> {
  const { database, jobs, clock, timeZone } = schedule;
  const rows = await database.query<{ name: string; finishedAt: Date }>(
    'select name, finished_at as "finishedAt" from scheduled_job',
  );
  const due = new Set((await jobsDue(schedule)).map(({ name }) => name));
  const now = clock();
  return jobs.map((job) => ({
    name: job.name,
    finishedAt: rows.find(({ name }) => name === job.name)?.finishedAt ?? null,
    nextAt: due.has(job.name) ? now : nextDue(job.due, now, timeZone),
    isDue: due.has(job.name),
  }));
}

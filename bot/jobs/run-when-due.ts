/** Runs a piece of scheduled work when it is due and not done yet. What was missed several times is done once. */
import type { Database } from '../../delivery/database.ts';
import { type JobTime, lastDue, type ScheduledJob } from './scheduled-job.ts';

export interface Schedule<Job extends JobTime = ScheduledJob> {
  database: Database;
  jobs: readonly Job[];
  clock: () => Date;
  timeZone: string;
}

/** Those that are due now and not done. */
export async function jobsDue<Job extends JobTime>(schedule: Schedule<Job>): Promise<Job[]> {
  const { database, jobs, clock, timeZone } = schedule;
  const rows = await database.query<{ name: string; doneFor: Date }>(
    `select name, done_for as "doneFor" from scheduled_job`,
  );
  const done = new Map(rows.map(({ name, doneFor }) => [name, doneFor]));
  const now = clock();
  return jobs.filter(
    (job) => (done.get(job.name)?.getTime() ?? 0) < lastDue(job.due, now, timeZone).getTime(),
  );
}

/** @returns whether it was due. Work that fails is due until it succeeds. */
export async function runWhenDue(schedule: Schedule, name: string): Promise<boolean> {
  const job = (await jobsDue(schedule)).find((each) => each.name === name);
  if (!job) return false;
  const now = schedule.clock();
  await job.run(now);
  await schedule.database.query(
    `insert into scheduled_job (name, done_for, finished_at) values ($1, $2, $3)
     on conflict (name) do update set done_for = excluded.done_for, finished_at = excluded.finished_at
     where scheduled_job.done_for < excluded.done_for`,
    [name, lastDue(job.due, now, schedule.timeZone), schedule.clock()],
  );
  return true;
}

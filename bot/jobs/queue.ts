/** Scheduled work through pg-boss, so that one replica runs each piece at a time. The table of runs says what is due. */
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { OpenDatabase } from '../database/open-database.ts';
import { faultOf } from '../fault.ts';
import { jobsDue, runWhenDue, type Schedule } from './run-when-due.ts';

const LOOK = 'look-what-is-due';
const EVERY_MINUTE = '* * * * *';
/**
 * Asked for again while it waits or runs, it is not put in twice. A replica that was killed stops its heartbeat, and the
 * work goes to another one.
 */
const QUEUE = {
  policy: 'exclusive',
  retryLimit: 0,
  expireInSeconds: 6 * 3600,
  heartbeatSeconds: 60,
} as const;

export interface Jobs {
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>;
}

/** Runs what is due, now and from now on: at the start that is what was missed while nothing ran. */
export async function startJobs(schedule: Schedule & { database: OpenDatabase }, log: Logger): Promise<Jobs> {
  const { database } = schedule;
  const boss = new PgBoss({
    db: { executeSql: (sql, values) => database.run(sql, values) as Promise<{ rows: never[] }> },
    // Rebuilding indexes concurrently is for tables that grow large; these do not.
    reindex: false,
  });
  boss.on('error', (error) => log.error({ fault: faultOf(error) }, 'job queue'));
  await boss.start();

  /** One at a time over all replicas. The table says what is due, so a job that fails is simply asked for again. */
  async function work(name: string, run: () => Promise<unknown>): Promise<void> {
    await boss.createQueue(name, QUEUE);
    await boss.work(name, { pollingIntervalSeconds: 1 }, async () => {
      try {
        await run();
      } catch (error) {
        log.error({ job: name, fault: faultOf(error) }, 'scheduled work failed');
      }
    });
  }

  async function look(): Promise<void> {
    for (const { name } of await jobsDue(schedule)) await boss.send(name);
  }

  for (const { name } of schedule.jobs) await work(name, () => runWhenDue(schedule, name));
  await work(LOOK, look);
  await boss.schedule(LOOK, EVERY_MINUTE);
  await boss.send(LOOK);
  return { stop: () => boss.stop({ graceful: true, timeout: 30_000 }) };
}

/** Background work through pg-boss. A job only says "look at this"; the ledger row is what is claimed. */
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { OpenDatabase } from './database/open-database.ts';
import { faultOf } from './fault.ts';

const DELIVER = 'deliver';
/** What no job asked for (a retry that came due, a crash) is found at the next minute. */
const EVERY_MINUTE = '* * * * *';

export interface Jobs {
  /** Something is owed now. */
  wakeDelivery(): void;
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>;
}

/** @param work delivers what is due; run twice it sends nothing twice. */
export async function startJobs(
  database: OpenDatabase,
  work: () => Promise<void>,
  log: Logger,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (sql, values) => database.run(sql, values) as Promise<{ rows: never[] }> },
    // Rebuilding indexes concurrently is for tables that grow large; the ledger's own rows are not in these.
    reindex: false,
  });
  boss.on('error', (error) => log.error({ fault: faultOf(error) }, 'job queue'));
  await boss.start();
  // The ledger counts attempts; a job that fails is simply asked for again.
  await boss.createQueue(DELIVER, { policy: 'singleton', retryLimit: 0, expireInSeconds: 3600 });
  await boss.work(DELIVER, { pollingIntervalSeconds: 0.5 }, async () => {
    await work();
  });
  await boss.schedule(DELIVER, EVERY_MINUTE);
  return {
    wakeDelivery: () =>
      void boss.send(DELIVER).catch((error) => log.error({ fault: faultOf(error) }, 'job queue')),
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  };
}

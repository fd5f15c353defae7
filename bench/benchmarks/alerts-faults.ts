/** Whether an alert gets lost when Teams is in trouble and a replica is killed in the middle. */
import { setTimeout as wait } from 'node:timers/promises';
import { sendReport } from '../../delivery/send-report.ts';
import type { Summary } from '../../test/support/connector/record.ts';
import { type Benchmark, compare } from '../benchmark.ts';
import { type BigSend, withBigSend } from '../delivery/big-send.ts';
import { chatOf } from '../delivery/staff.ts';

const ALERTS = 20_000;
const REPLICAS = 2;
const ANSWERS_AFTER_MS = 20;
/** What may go wrong is chosen by chance, but the same each time. */
const FAULTS = { seed: 7, throttled: 0.05, serverError: 0.02, refused: 0.01 };
const PERMITTED = 50;
const target = { atMost: 0 };

export const benchmark: Benchmark = {
  name: 'alerts-faults',
  unit: 'alerts lost',
  target,
  about:
    'Neither delivered nor named in the report, or delivered twice without being marked: with 5% 429, 2% 5xx of which half delivered, 1% 403, and a replica killed and started again; over all alerts',
  onlyWhenNamed: true,
  run({ alerts = ALERTS }) {
    const connector = { limits: 'enforced' as const, answersAfter: ANSWERS_AFTER_MS, faults: FAULTS };
    return withBigSend({ alerts, replicas: REPLICAS, connector }, async (send) => {
      await send.confirm();
      const killedAt = await killOneOnTheWay(send, alerts);
      // Retries back off for minutes at the end.
      await send.finished(900 + (3 * alerts) / PERMITTED);
      const account = await accountFor(send, alerts, await send.connector.summary());
      const { lost, failed, repeated, unmarked, ambiguous } = account;
      const note = `${failed} named as failed, ${ambiguous} marked as perhaps repeated, ${repeated} of those delivered more than once; a replica was killed after ${killedAt} sends; ${account.byStatus}`;
      return { ...compare(lost + unmarked, alerts, target), note };
    });
  },
};

/** @returns how many sends had been made. */
async function killOneOnTheWay(
  { connector, replicas, startReplica }: BigSend,
  alerts: number,
): Promise<number> {
  const after = Math.floor(alerts * (0.2 + 0.6 * Math.random()));
  while ((await connector.sends()) < after) await wait(100);
  await replicas[0]?.kill();
  const sends = await connector.sends();
  await startReplica();
  return sends;
}

/** Holds the connector's record against the ledger, alert by alert. */
async function accountFor({ database, sendId }: BigSend, alerts: number, summary: Summary) {
  const report = await sendReport(database, sendId);
  if (!report) throw new Error('There is no report.');
  const named = new Set(report.failures.map(({ name }) => name));
  const rows = await database.query<{ nth: number; mayRepeat: boolean }>(
    `select substring(aad_object_id from 'person-(.*)')::int as nth, was_ambiguous as "mayRepeat"
     from owed_message where send_id = $1::uuid`,
    [sendId],
  );
  const marked = new Set(rows.filter(({ mayRepeat }) => mayRepeat).map(({ nth }) => nth));
  const numbers = Array.from({ length: alerts }, (_, at) => at + 1);
  const deliveries = (nth: number) => summary.deliveries[chatOf(nth)] ?? 0;
  const repeated = numbers.filter((nth) => deliveries(nth) > 1);
  return {
    lost: numbers.filter((nth) => deliveries(nth) === 0 && !named.has(`Person ${nth}`)).length,
    unmarked: repeated.filter((nth) => !marked.has(nth)).length,
    repeated: repeated.length,
    failed: report.failed,
    ambiguous: report.ambiguous,
    byStatus: Object.entries(summary.byStatus)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
  };
}

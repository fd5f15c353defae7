/** How much of the rate that Teams permits a large send holds, over two replicas. */
import { type Benchmark, compare } from '../benchmark.ts';
import { withBigSend } from '../delivery/big-send.ts';

const ALERTS = 20_000;
const PERMITTED = 50;
const REPLICAS = 2;
/** What Teams takes to answer. */
const ANSWERS_AFTER_MS = 20;
const target = { atLeast: 0.98 };

export const benchmark: Benchmark = {
  name: 'alerts-rate',
  unit: 'alerts/s',
  target,
  about: `${ALERTS} alerts from the first to the last, over two replicas on PostgreSQL, over the permitted rate`,
  onlyWhenNamed: true,
  run: ({ alerts = ALERTS }) => {
    const connector = { limits: 'enforced' as const, answersAfter: ANSWERS_AFTER_MS };
    return withBigSend({ alerts, replicas: REPLICAS, connector }, async (send) => {
      await send.confirm();
      await send.finished(60 + (2 * alerts) / PERMITTED);
      const { deliveries, sendingMs, replies, excesses, busiestSecond, byStatus } =
        await send.connector.summary();
      const arrived = Object.keys(deliveries).length;
      // The time of the alerts themselves: the delivery report to whoever asked follows a little later.
      const permitted = PERMITTED - replies / (sendingMs / 1000);
      const measured = compare(arrived / (sendingMs / 1000), permitted, target);
      const over = excesses.map(({ where, seconds, requests }) => `${requests} in ${seconds} s for ${where}`);
      const throttled = byStatus['429'] ?? 0;
      const note = `${arrived - 1} of ${alerts} arrived in ${(sendingMs / 1000).toFixed(0)} s; at most ${busiestSecond} in any second; answered 429: ${throttled}; windows over a limit: ${over.join(', ') || 'none'}`;
      return { ...measured, met: measured.met === true && over.length === 0, note };
    });
  },
};

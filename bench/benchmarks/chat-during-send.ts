/** Whether people who chat wait longer while a large send is under way. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Benchmark, compare } from '../benchmark.ts';
import { type BigSend, withBigSend } from '../delivery/big-send.ts';
import type { Answered, ChatOrder } from '../delivery/chatters.ts';
import { quantile } from '../quantile.ts';

const ROUNDS = 8;
const ROUND_MS = 8000;
const WARM_UP_MS = 10_000;
/** Enough to be sent without end while it is measured. */
const ALERTS = 20_000;
const ANSWERS_AFTER_MS = 20;
const target = { atMost: 2 };

export const benchmark: Benchmark = {
  name: 'chat-during-send',
  unit: 'ms',
  target,
  about:
    '99th percentile of a reply in chat, from the question to its arrival at Teams, while the same process sends alerts at the full rate, over the same without a send',
  onlyWhenNamed: true,
  async run() {
    const people = fork(new URL('../delivery/chatters.ts', import.meta.url), { env: {} });
    const connector = { limits: 'enforced' as const, answersAfter: ANSWERS_AFTER_MS };
    try {
      return await withBigSend({ alerts: ALERTS, replicas: 1, connector }, async (send) => {
        const chat = async (milliseconds: number) => {
          const answered = once(people, 'message');
          const port = send.replicas[0]?.port ?? 0;
          people.send({ port, serviceUrl: send.connector.url, milliseconds } satisfies ChatOrder);
          const [answer] = (await answered) as [Answered];
          if ('fault' in answer) throw new Error(answer.fault);
          return answer.answerTimes;
        };
        await pause(send, WARM_UP_MS + ROUND_MS);
        await send.confirm();
        await chat(WARM_UP_MS);
        const times = { idle: [] as number[], sending: [] as number[] };
        const sendsBefore = await send.connector.sends();
        for (let round = 0; round < ROUNDS; round++) {
          await pause(send, ROUND_MS);
          times.idle.push(...(await chat(ROUND_MS)));
          times.sending.push(...(await chat(ROUND_MS)));
        }
        const sends = (await send.connector.sends()) - sendsBefore;
        const { excesses } = await send.connector.summary();
        const median = (all: number[]) => quantile(all, 0.5).toFixed(0);
        const note = `medians ${median(times.sending)} and ${median(times.idle)} ms; ${(sends / ((ROUNDS * ROUND_MS) / 1000)).toFixed(0)} alerts/s beside 20 replies/s; windows over a limit: ${excesses.length}`;
        return { ...compare(quantile(times.sending, 0.99), quantile(times.idle, 0.99), target), note };
      });
    } finally {
      people.kill();
    }
  },
};

/** Nothing is sent for so long, as if Teams had asked for it; then at the full rate at once. */
async function pause({ database }: BigSend, milliseconds: number): Promise<void> {
  await database.query(
    `insert into tenant_rate (tenant_id, paused_until) select tenant_id, now() + $1 * interval '1 millisecond'
     from (select distinct tenant_id from send) as sending
     on conflict (tenant_id) do update set paused_until = excluded.paused_until, eased_to = null`,
    [milliseconds],
  );
}

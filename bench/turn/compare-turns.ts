/** Turns per second of the assistant and of a bare echo bot, taken in turns so that both meet the same disturbances. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Measured, type Target } from '../benchmark.ts';
import { ASSISTANT, ECHO_BOT, type Program, startProgram } from '../program.ts';
import { median } from '../quantile.ts';
import type { Delivery, Order } from './load-generator.ts';

const QUESTION = 'can I use my own phone for nhsmail';
const CLAUSE = '3.1.12';
const ROUNDS = 7;
/** Until the code that runs is compiled: the assistant's is more than the echo bot's. */
const WARM_UP_MS = { echo: 4000, ours: 15_000 };
const ROUND_MS = 2000;

/** @param settings what the assistant needs beyond playground mode and a data folder. */
export async function compareTurns(target: Target, settings: Record<string, string> = {}): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'nhsmail-bench-'));
  const programs: Program[] = [];
  const people = fork(new URL('./load-generator.ts', import.meta.url), { env: {} });
  const perSecond = async (program: Program, expect: string, milliseconds: number) => {
    const delivered = once(people, 'message');
    people.send({ port: program.port, milliseconds, text: QUESTION, expect } satisfies Order);
    const [delivery] = (await delivered) as [Delivery];
    if ('fault' in delivery) throw new Error(delivery.fault);
    return delivery.perSecond;
  };
  try {
    const echo = await startProgram(ECHO_BOT, {});
    programs.push(echo);
    const ours = await startProgram(ASSISTANT, {
      ASSISTANT_MODE: 'playground',
      DATA_FOLDER: folder,
      ...settings,
    });
    programs.push(ours);
    await perSecond(echo, QUESTION, WARM_UP_MS.echo);
    await perSecond(ours, CLAUSE, WARM_UP_MS.ours);
    const rates = { echo: [] as number[], ours: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.echo.push(await perSecond(echo, QUESTION, ROUND_MS));
      rates.ours.push(await perSecond(ours, CLAUSE, ROUND_MS));
    }
    return compare(median(rates.ours), median(rates.echo), target);
  } finally {
    people.kill();
    await Promise.all(programs.map((program) => program.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long a newcomer waits for the service on a first start. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, compare } from '../benchmark.ts';
import { ASSISTANT, ECHO_BOT, startProgram } from '../program.ts';
import { median } from '../quantile.ts';

const ROUNDS = 5;

export const benchmark: Benchmark = {
  name: 'start',
  unit: 's',
  target: null,
  about: 'From starting the process on an empty data folder to ready, over a bare echo bot',
  async run() {
    const echo: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      echo.push(await secondsToStart(ECHO_BOT, {}));
      const folder = await mkdtemp(join(tmpdir(), 'nhsmail-bench-'));
      ours.push(await secondsToStart(ASSISTANT, { ASSISTANT_MODE: 'playground', DATA_FOLDER: folder }));
      await rm(folder, { recursive: true, force: true });
    }
    return compare(median(ours), median(echo), null);
  },
};

async function secondsToStart(file: URL, settings: Record<string, string>): Promise<number> {
  const program = await startProgram(file, settings);
  await program.stop();
  return program.secondsToStart;
}

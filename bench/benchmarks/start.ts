/** How long a newcomer waits for the service on a first start. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, compare } from '../benchmark.ts';
import { ASSISTANT, ECHO_BOT, startProgram } from '../program.ts';
import { median } from '../quantile.ts';

const ROUNDS = 5;
/** What a newcomer should not have to wait for, on a machine that does nothing else. */
const LONGEST_S = 3;

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
    const slowest = Math.max(...ours).toFixed(1);
    return {
      ...compare(median(ours), median(echo), null),
      met: median(ours) < LONGEST_S,
      note: `It should be under ${LONGEST_S} s. The slowest of ${ROUNDS}, which may have had to make the empty database first: ${slowest} s`,
    };
  },
};

async function secondsToStart(file: URL, settings: Record<string, string>): Promise<number> {
  const program = await startProgram(file, settings);
  await program.stop();
  return program.secondsToStart;
}

/** Whether the service holds for long: chat and sends for a quarter of an hour, with Teams failing now and then. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../bot/database/open-database.ts';
import { startTeamsConnector } from '../../test/support/teams-connector.ts';
import { type Benchmark, compare } from '../benchmark.ts';
import { thirds, watchMemory } from '../endurance/memory.ts';
import { outcomes, oweUntil } from '../endurance/owed.ts';
import { chatUntil } from '../endurance/people.ts';
import { ASSISTANT, startProgram } from '../program.ts';
import { median } from '../quantile.ts';

const MINUTES = 15;
/** Injected, and the only errors that are allowed: of the messages that nobody typed for. */
const FAULTS = { seed: 20261121, throttled: 0.03, serverError: 0.02, broken: 0.01, refused: 0.02 };
const target = { atMost: 1.05 };

export const benchmark: Benchmark = {
  name: 'endurance',
  unit: 'MB',
  target,
  onlyWhenNamed: true,
  about:
    'Memory of the service in the last third of a long run of mixed chat and sends, over its second third',
  async run({ minutes = MINUTES } = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'nhsmail-bench-'));
    const connector = await startTeamsConnector({ limits: 'enforced', faults: FAULTS });
    const logged: string[] = [];
    const assistant = await startProgram(
      ASSISTANT,
      { ASSISTANT_MODE: 'playground', DATA_FOLDER: folder, LOG_LEVEL: 'warn' },
      (line) => logged.push(line),
    );
    // Another process than the holder of the folder reaches its database through the holder.
    const database = await openDatabase({ dataFolder: folder });
    const stop = new AbortController();
    try {
      const work = Promise.all([
        watchMemory(stop.signal, assistant.pid),
        chatUntil(stop.signal, assistant.port, connector.url),
        oweUntil(stop.signal, database),
      ]);
      await Promise.race([work, sleep(minutes * 60_000)]);
      stop.abort();
      const [memory, { turns, faults }, owed] = await work;
      const { sent = 0, failed = 0, ...others } = await outcomes(database);
      const unexpected = [...faults, ...logged.filter((line) => /"level":(50|60)/.test(line))];
      if (sent + failed !== owed)
        unexpected.push(`${owed} were owed, and ended as ${JSON.stringify({ sent, failed, ...others })}`);
      for (const each of unexpected.slice(0, 10)) console.error(each);
      const [, second, last] = thirds(memory);
      const measured = compare(median(last), median(second), target);
      return {
        ...measured,
        met: measured.met === true && unexpected.length === 0,
        note: `${minutes} minutes, ${turns} turns, ${owed} messages owed, ${sent} sent and ${failed} failed as injected, ${unexpected.length} other errors`,
      };
    } finally {
      stop.abort();
      await database.close();
      await assistant.stop();
      await connector.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

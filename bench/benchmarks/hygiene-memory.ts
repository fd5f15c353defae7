/** Whether an import's memory stays the same however large the file is. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Benchmark, compare, type Skipped } from '../benchmark.ts';
import { ALL_ACCOUNTS, TODAY } from '../hygiene/bring-in.ts';
import { withPortalFiles } from '../hygiene/portal-file.ts';
import { withDatabase } from '../hygiene/with-database.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TELL_PEAK = new URL('../hygiene/tell-peak.ts', import.meta.url).href;
const target = { atMost: 1.2 };
/** Over what the command holds when it does next to nothing. */
const MOST_OVER_IDLE_MB = 300;

export const benchmark: Benchmark = {
  name: 'hygiene-memory',
  unit: 'MB',
  target,
  about:
    'the most memory that `npm run hygiene -- import` holds with all accounts, over the same with a tenth of them',
  onlyWhenNamed: true,
  async run({ accounts = ALL_ACCOUNTS }) {
    const idle = await peak(accounts / 100, ['organisations']);
    const few = await peak(accounts / 10);
    const all = await peak(accounts);
    if (typeof idle !== 'number') return idle;
    if (typeof few !== 'number') return few;
    if (typeof all !== 'number') return all;
    const measured = compare(all, few, target);
    const over = all - idle;
    return {
      ...measured,
      met: measured.met === true && over <= MOST_OVER_IDLE_MB,
      note: `${over.toFixed(0)} MB over idle (${idle.toFixed(0)} MB), of ${MOST_OVER_IDLE_MB} at most`,
    };
  },
};

/** @param words instead of the import. @returns megabytes. */
function peak(accounts: number, words?: string[]): Promise<number | Skipped> {
  return withPortalFiles(accounts, TODAY, (first) =>
    withDatabase(async (_, databaseUrl) => {
      const imports = ['import', first.path, '--yes-large', '--complete', '--date', first.takenOn];
      const { stderr } = await run(
        process.execPath,
        ['--import', TELL_PEAK, ...(await script()), ...(words ?? imports)],
        { cwd: ROOT, env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl } },
      );
      return Number(/peak-kb=(\d+)/.exec(stderr)?.[1]) / 1024;
    }),
  );
}

/** What `npm run hygiene` gives to Node. */
async function script(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8')) as {
    scripts: { hygiene: string };
  };
  return scripts.hygiene.split(' ').slice(1);
}

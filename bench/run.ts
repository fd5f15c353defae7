/** `npm run bench -- [--json] [--alerts n] [--accounts n] [--minutes 15] [name …]`: how fast the assistant is, always beside something simpler. */
import { parseArgs } from 'node:util';
import { choose, discoverBenchmarks } from './discover.ts';
import { type Result, toRows, toTable } from './report.ts';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      alerts: { type: 'string' },
      accounts: { type: 'string' },
      minutes: { type: 'string' },
    },
    allowPositionals: true,
  });
  const alerts = wholeNumber('--alerts', values.alerts);
  const accounts = wholeNumber('--accounts', values.accounts);
  const results: Result[] = [];
  for (const benchmark of choose(await discoverBenchmarks(), positionals)) {
    console.error(`Measuring ${benchmark.name} …`);
    // One after the other: two at once would measure each other.
    const came = await benchmark.run({
      ...(alerts !== undefined && { alerts }),
      ...(accounts !== undefined && { accounts }),
      ...(values.minutes && { minutes: Number(values.minutes) }),
    });
    if ('skipped' in came) console.error(`Skipped ${benchmark.name}: ${came.skipped}`);
    results.push({ benchmark, came });
  }
  console.log(values.json ? JSON.stringify(toRows(results), null, 2) : toTable(results));
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(Number.isInteger(number) && number > 0)) throw new Error(`${option} takes a whole number.`);
  return number;
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** `npm run bench -- [--json] [name …]`: how fast the assistant is, always beside something simpler. */
import { parseArgs } from 'node:util';
import { choose, discoverBenchmarks } from './discover.ts';
import { type Result, toRows, toTable } from './report.ts';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const results: Result[] = [];
  for (const benchmark of choose(await discoverBenchmarks(), positionals)) {
    console.error(`Measuring ${benchmark.name} …`);
    // One after the other: two at once would measure each other.
    const came = await benchmark.run();
    if ('skipped' in came) console.error(`Skipped ${benchmark.name}: ${came.skipped}`);
    results.push({ benchmark, came });
  }
  console.log(values.json ? JSON.stringify(toRows(results), null, 2) : toTable(results));
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

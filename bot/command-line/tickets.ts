/** `npm run tickets`: questions that people sent to their organisation's helpers. Works beside a running service. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { EXIT, endWith, tellTold } from './ends-with.ts';
import { listChannels } from './tickets/channels.ts';
import { exportTickets } from './tickets/export.ts';
import { listTickets } from './tickets/list.ts';
import type { Told } from './told.ts';

const HELP = `npm run tickets -- list                                questions that are not closed, without their words
npm run tickets -- list --organisation A1B2 --all      of one organisation, the closed ones too
npm run tickets -- list --from 2026-11-01 --to 2026-11-30   asked in these days. Without days: the last 30
npm run tickets -- channels                            which channel in Teams each organisation uses
npm run tickets -- export --csv questions.csv [--organisation A1B2] [--from 2026-11-01 --to 2026-11-30]
    writes the questions and their answers, for a spreadsheet. The audit notes that you did
    --json   the same as JSON, one question a line for an export

Ends with 0 when all is well, 1 when something was refused, 2 for a mistyped command.`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  organisation: { type: 'string' },
  csv: { type: 'string' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    console.log(HELP);
    return values.help ? EXIT.well : EXIT.mistyped;
  }
  // What Teams needs to know of the service is of no matter here.
  const place = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const common = { timeZone: place.timeZone, now: new Date() };
  const commands: Record<string, (database: OpenDatabase) => Promise<Told>> = {
    list: (database) => listTickets(database, values, common),
    channels: (database) => listChannels(database),
    export: (database) => exportTickets(database, values, common),
  };
  const work = commands[command];
  if (!work || rest.length > 0) {
    console.error(HELP);
    return EXIT.mistyped;
  }
  const database = await openDatabase(place);
  try {
    const told = await work(database);
    return tellTold(told, { asJson: values.json });
  } finally {
    await database.close();
  }
}

await endWith(run);

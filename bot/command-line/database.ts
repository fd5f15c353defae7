/** `npm run database`: where the data is, and the way from the embedded database to PostgreSQL. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { move } from './database/move.ts';
import { status } from './database/status.ts';
import { EXIT, endWith, tellTold } from './ends-with.ts';

const HELP = `npm run database -- status             where the data is, its size, migrations, and rows by table
npm run database -- move               copies everything from DATA_FOLDER to the empty PostgreSQL at DATABASE_URL
npm run database -- move --dry-run     says what would be copied, and changes nothing
    --json   the same as JSON

Stop the service before a move. Everything is copied or nothing, and checked. The folder stays as it is.
Ends with 0 when all is well, 1 when something was refused, 2 for a mistyped command.`;

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (values.help || !['status', 'move'].includes(command ?? '') || rest.length > 0) {
    (values.help ? console.log : console.error)(HELP);
    return values.help ? EXIT.well : EXIT.mistyped;
  }
  // What Teams needs to know of the service is of no matter here.
  const place = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const told = command === 'move' ? await move(place, { dryRun: values['dry-run'] }) : await status(place);
  return tellTold(told, { asJson: values.json });
}

await endWith(run);

/** `npm run alerts`: how sends are, what came of them, and the way to stop or repeat one. Works beside a running service. */
import { parseArgs } from 'node:util';
import { listSends } from '../../delivery/send-status.ts';
import { loadConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { cancel, retry } from './alerts/change.ts';
import { report } from './alerts/report.ts';
import { status } from './alerts/status.ts';
import { watch } from './alerts/watch.ts';
import { EXIT, endWith, tellTold } from './ends-with.ts';
import { Mistake, type Told } from './told.ts';

const HELP = `npm run alerts -- status                   the newest sends, all messages by state, and scheduled work
npm run alerts -- status --watch           draws it anew each second until no send is under way
npm run alerts -- status 6f1d1f0e --watch  one send. Its id, or how it begins
npm run alerts -- report 6f1d1f0e          what came of it: counts, and why some failed
npm run alerts -- report 6f1d1f0e --csv send.csv   and a file with every person of it
npm run alerts -- cancel 6f1d1f0e          cancels what has not left yet. It stops within a second
npm run alerts -- retry 6f1d1f0e           tries again what failed, but not what Teams refused for good. --all: that too
    --dry-run   says what would happen and changes nothing      --json   the same as JSON

Ends with 0 when all is well, 1 when something was refused, 2 for a mistyped command.`;

const NEWEST = 20;
const COMMANDS_FOR_ONE = ['report', 'cancel', 'retry'];
const OPTIONS = {
  watch: { type: 'boolean', default: false },
  csv: { type: 'string' },
  all: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  const [command, send, ...rest] = positionals;
  const isKnown = command === 'status' || (send && COMMANDS_FOR_ONE.includes(command ?? ''));
  if (command === undefined || values.help || !isKnown || rest.length > 0) {
    (values.help ? console.log : console.error)(HELP);
    return values.help ? EXIT.well : EXIT.mistyped;
  }
  // What Teams needs to know of the service is of no matter here.
  const config = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const database = await openDatabase(config);
  try {
    const told = await tell(database, command, send);
    return tellTold(told, { asJson: values.json });
  } finally {
    await database.close();
  }

  async function tell(opened: OpenDatabase, what: string, typed: string | undefined): Promise<Told> {
    const sendId = typed === undefined ? undefined : await sendMeant(opened, typed);
    const options = { dryRun: values['dry-run'], now: new Date() };
    if (what === 'cancel') return cancel(opened, sendId ?? '', options);
    if (what === 'retry') return retry(opened, sendId ?? '', { ...options, all: values.all });
    if (what === 'report') return report(opened, sendId ?? '', { csv: values.csv, now: options.now });
    const { timeZone } = config;
    const read = () => status(opened, { sendId, most: NEWEST, timeZone, now: new Date() });
    if (!values.watch || values.json) return read();
    if (opened.home === 'embedded') {
      throw new Mistake('No service runs on this folder, so nothing would change. Leave out --watch.');
    }
    const { stdout } = process;
    const last = await watch(read, {
      isTerminal: stdout.isTTY === true,
      write: (text) => void stdout.write(text),
    });
    return { well: last.well, words: '' };
  }
}

/** @throws Mistake when none or several begin like this. */
async function sendMeant(database: OpenDatabase, typed: string): Promise<string> {
  if (!/^[0-9a-f-]{4,36}$/i.test(typed)) {
    throw new Mistake(`"${typed}" is not the id of a send. "npm run alerts -- status" shows them.`);
  }
  const [found, another] = await listSends(database, { sendId: typed, most: 2 });
  if (!found) throw new Mistake(`No send begins with ${typed}. "npm run alerts -- status" shows them.`);
  if (another) throw new Mistake(`Several sends begin with ${typed}. Type more of the id.`);
  return found.sendId;
}

await endWith(run);

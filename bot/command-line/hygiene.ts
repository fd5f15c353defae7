/** `npm run hygiene`: reports in and out, and where accounts stand. Works beside a running service. */
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { EXIT, endWith, tellTold } from './ends-with.ts';
import { evidenceCommand } from './hygiene/evidence.ts';
import { explainCommand } from './hygiene/explain.ts';
import { exportCommand } from './hygiene/export.ts';
import { importCommand } from './hygiene/import.ts';
import { organisationsCommand } from './hygiene/organisations.ts';
import { reportCommand } from './hygiene/report.ts';
import { type Subcommand, surroundingsFor } from './hygiene/subcommand.ts';
import { sweepCommand } from './hygiene/sweep.ts';
import { undoCommand } from './hygiene/undo.ts';
import { NOBODY, ownTerminal } from './terminal.ts';

const SUBCOMMANDS: readonly Subcommand[] = [
  importCommand,
  undoCommand,
  sweepCommand,
  reportCommand,
  explainCommand,
  organisationsCommand,
  exportCommand,
  evidenceCommand,
];

const FOOT = `    --json      the same as JSON      --profile nhsmail-2022   by another rule than the one in force
    --help      after a command: more about it

Beside a running service these commands speak to its database. docs/reports.md says more.
Ends with 0 when all is well, 1 when something was refused, 2 for a mistyped command.`;

async function run([name, ...words]: string[]): Promise<number> {
  const subcommand = SUBCOMMANDS.find((each) => each.name === name);
  if (!subcommand) {
    const list = [...SUBCOMMANDS.map(({ help }) => help.split('\n')[0]), FOOT].join('\n');
    if (name === '--help') {
      console.log(list);
      return EXIT.well;
    }
    console.error(name === undefined ? list : `There is no command "${name}".\n\n${list}`);
    return EXIT.mistyped;
  }
  if (words.includes('--help')) {
    console.log(subcommand.help);
    return EXIT.well;
  }
  const { work, json, profile } = subcommand.read(words);
  // What Teams needs to know of the service is of no matter here.
  const config = loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
  const terminal = json ? NOBODY : ownTerminal();
  const database = await openDatabase(config);
  try {
    const told = await work(surroundingsFor(database, config, { now: new Date(), terminal, profile }));
    terminal.progress('');
    return tellTold(told, { asJson: json });
  } finally {
    await database.close();
  }
}

await endWith(run);

/** `npm run knowledge`: trains the model, and shows what a new text of the policy would change. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KnowledgeError } from '../../knowledge/knowledge-error.ts';
import { trainModel } from '../../knowledge/model/train-model.ts';
import { importPolicy } from '../../knowledge/policy-import.ts';
import { importReport } from '../../knowledge/policy-report.ts';

const HELP = `npm run knowledge -- train                 trains the model on the phrasings (about a minute)
npm run knowledge -- import <file>         shows what a new text of the policy would change; changes nothing
npm run knowledge -- import <file> --yes   writes it, and lists what to do next
    --version "3.2"                        the version that answers name, as the policy calls it
    --json                                 the same as one JSON object

Ends with 0 when all is well, 1 when the text was refused or could not be read or written, 2 for a mistyped command.`;

/** What the command ends with. */
const EXIT = { well: 0, refused: 1, mistyped: 2 } as const;

interface ImportOptions {
  version?: string;
  yes?: boolean;
  json?: boolean;
}

function importFile(file: string, { version, yes = false, json = false }: ImportOptions): number {
  const say = json ? (result: object) => console.log(JSON.stringify(result, null, 2)) : undefined;
  try {
    const result = importPolicy({ bytes: readFileSync(file), version, write: yes, now: new Date() });
    const more = version === undefined ? '' : ` --version ${JSON.stringify(version)}`;
    const command = `npm run knowledge -- import ${JSON.stringify(file)}${more} --yes`;
    if (say) say(result);
    else if (result.outcome === 'refused') console.error(importReport(result, command));
    else console.log(importReport(result, command));
    return result.outcome === 'refused' ? EXIT.refused : EXIT.well;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? `There is no file ${file}.` : message;
    if (say) say({ outcome: 'failed', reason });
    else console.error(reason);
    return EXIT.refused;
  }
}

function run(words: string[]): number {
  const options = {
    version: { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [command, file, ...rest] = positionals;
    if (values.help || command === undefined) console.log(HELP);
    else if (command === 'train' && file === undefined) trainModel((line) => console.log(line));
    else if (command === 'import' && file !== undefined && rest.length === 0) return importFile(file, values);
    else {
      console.error(HELP);
      return EXIT.mistyped;
    }
    return EXIT.well;
  } catch (error) {
    if (error instanceof KnowledgeError) {
      console.error(error.message);
      return EXIT.refused;
    }
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return EXIT.mistyped;
  }
}

process.exitCode = run(process.argv.slice(2));

/** `npm run dspt`: loads the toolkit's published statuses, and shows what is loaded. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { currentFile } from '../../dspt/published-organisations.ts';
import { type ImportOutcome, importStatusFile } from '../../dspt/status-file/import-status-file.ts';
import { isDay } from '../../dspt/status-file/read-date.ts';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { AssistantError } from '../errors.ts';

const HELP = `npm run dspt -- import <csv>                      loads the download of www.dsptoolkit.nhs.uk/OrganisationSearch
npm run dspt -- import <csv> --date 2026-11-16   and says of which day it is
npm run dspt -- status                           says which file is loaded, and how old it is

Without --date the day is the one in the file's name, or else the day the file was last changed.
A file that is refused changes nothing. Names and codes of organisations only: no accounts, no people.`;
const SHOWN = 20;

/** A fault of what was typed, in words for the person who typed it. */
class Mistake extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { date: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [command, path] = positionals;
  if (command === 'import' && path) await importFile(path, values.date);
  else if (command === 'status') await showStatus();
  else {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 1;
  }
}

async function importFile(path: string, date: string | undefined): Promise<void> {
  const now = new Date();
  const takenOn = dayOf(path, date, now);
  const database = await openDatabase(databasePlace());
  try {
    const started = performance.now();
    const content = createReadStream(path);
    const result = await importStatusFile(database, { content, name: basename(path), takenOn, now });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(inWords(result, takenOn, seconds));
    if (result.outcome !== 'imported') process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/** The service's database. What Teams needs to know of the service is of no matter here. */
function databasePlace() {
  return loadConfig({ ASSISTANT_MODE: 'playground', HOST: '127.0.0.1', MICROSOFT_APP_ID: '' });
}

/** @throws Mistake when there is no such file, or no such day. */
function dayOf(path: string, date: string | undefined, now: Date): string {
  const today = now.toISOString().slice(0, 10);
  const changed = statSync(path, { throwIfNoEntry: false });
  if (!changed?.isFile()) throw new Mistake(`There is no file ${path}. Nothing was changed.`);
  const day = date ?? /\d{4}-\d\d-\d\d/.exec(basename(path))?.[0] ?? changed.mtime.toISOString().slice(0, 10);
  if (!isDay(day)) throw new Mistake(`"${day}" is not a day. Write it as 2026-11-16. Nothing was changed.`);
  if (day > today) throw new Mistake(`${day} is still to come. Give the day of the file with --date.`);
  return day;
}

function inWords(result: ImportOutcome, takenOn: string, seconds: string): string {
  switch (result.outcome) {
    case 'imported':
      return [
        `Imported ${result.rows} organisations in ${seconds} s. The file is taken to be of ${takenOn}.`,
        ...badRows(result, 'were left out'),
      ].join('\n');
    case 'american-dates':
      return refused(
        'A date has the month first, so no date of this file can be trusted. It may have been saved by a spreadsheet. Download it again and import it as it is.',
        badRows(result, 'cannot be used'),
      );
    case 'too-many-bad-rows':
      return refused(
        `Only ${result.rows} rows can be used. Download it again and import it as it is.`,
        badRows(result, 'cannot be used'),
      );
    case 'not-the-download':
      return refused(
        `Its first line has no column ${result.missing.map((name) => `"${name}"`).join(' and no column ')}, so it is not the download of the public organisation search.`,
      );
    case 'no-rows':
      return refused('There are no organisations in it.');
    case 'unreadable':
      return refused(`Line ${result.line}: ${result.problem}. Download it again and import it as it is.`);
  }
}

function badRows({ bad, badRows: rows }: Extract<ImportOutcome, { bad: number }>, what: string): string[] {
  if (bad === 0) return [];
  const listed = rows.slice(0, SHOWN).map(({ line, problem }) => `  line ${line}: ${problem}`);
  const more = bad > listed.length ? [`  and ${bad - listed.length} more`] : [];
  return [`${bad === 1 ? '1 row' : `${bad} rows`} ${what}:`, ...listed, ...more];
}

function refused(why: string, details: string[] = []): string {
  return ['Nothing was imported, and nothing was changed.', why, ...details].join('\n');
}

async function showStatus(): Promise<void> {
  const database = await openDatabase(databasePlace());
  try {
    const file = await currentFile(database);
    const days = file && Math.floor((Date.now() - Date.parse(file.takenOn)) / 86_400_000);
    console.log(
      file
        ? `${file.name}: ${file.rows} organisations, of ${file.takenOn}, ${days} days old.`
        : 'No status file is loaded.',
    );
  } finally {
    await database.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Mistake || error instanceof AssistantError || error instanceof TypeError))
    throw error;
  console.error(error.message);
  process.exitCode = 1;
}

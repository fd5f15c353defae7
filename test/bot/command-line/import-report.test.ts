import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IMPORT_OPTIONS, readImportOptions } from '../../../bot/command-line/hygiene/import/options.ts';
import { importReport } from '../../../bot/command-line/hygiene/import.ts';
import { subcommand, surroundingsFor } from '../../../bot/command-line/hygiene/subcommand.ts';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import { HEADER, row } from '../../hygiene/report-import/sample-reports.ts';
import { addOrganisations, NOW } from '../../hygiene/sample-accounts.ts';
import { forEachDatabase } from '../../support/databases.ts';

const PLACE = { timeZone: 'Europe/London', lifecycleProfile: 'nhsmail-2022', lifecycleProfiles: undefined };
const NAMES = Array.from({ length: 20 }, (_, at) => `p${at}`);

forEachDatabase('an operator at a terminal who brings in a report', (open) => {
  let folder: string;
  let asked: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-import-'));
    asked = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** @param answers to what is asked, in order; undefined where nobody is there. */
  function bring(database: OpenDatabase, rows: string[], words: string[], answers?: boolean[]) {
    const file = join(folder, 'report-2026-11-20.csv');
    writeFileSync(file, [HEADER, ...rows].join('\r\n'));
    const shown: string[] = [];
    const confirm = async (question: string) => {
      asked.push(question);
      return answers?.shift() ?? false;
    };
    const terminal = { confirm: answers && confirm, progress: (text: string) => void shown.push(text) };
    const { work } = subcommand({
      name: 'import',
      help: '',
      options: IMPORT_OPTIONS,
      read: ({ values, positionals }) => {
        const options = readImportOptions(values, positionals);
        return (surroundings) => importReport(options, surroundings);
      },
    }).read([file, ...words]);
    return work(surroundingsFor(database, PLACE, { now: NOW, terminal })).then((told) => ({
      ...told,
      shown,
    }));
  }
  const accounts = async (database: OpenDatabase) => (await database.query('select 1 from account')).length;
  const waiting = (database: OpenDatabase) => database.query('select 1 from staged_report');

  it('is shown what would change and asked once; a no changes nothing', async () => {
    const database = await open();
    await addOrganisations(database);
    const no = await bring(
      database,
      NAMES.map((name) => row(name)),
      [],
      [false],
    );
    assert.deepEqual([no.well, no.words], [false, 'Nothing was changed.']);
    assert.match(
      asked[0] ?? '',
      /of 20 November 2026, because its name says so[\s\S]*20 would be new[\s\S]*Use this report\?/,
    );
    assert.equal(await accounts(database), 0);
    const yes = await bring(
      database,
      NAMES.map((name) => row(name)),
      [],
      [true],
    );
    assert.match(yes.words, /20 new/);
    assert.equal(asked.length, 2);
    assert.equal(await accounts(database), 20);
    assert.deepEqual(await waiting(database), [], 'nothing is left waiting');
    assert.ok(yes.shown.some((text) => /^\d+ rows read, 100%$/.test(text)));
  });

  it('is asked a second time when more than a fifth of the accounts would be gone', async () => {
    const database = await open();
    await addOrganisations(database);
    await bring(
      database,
      NAMES.map((name) => row(name)),
      ['--yes'],
    );
    const few = NAMES.slice(0, 10).map((name) => row(name));
    const refused = await bring(database, few, ['--complete', '--yes']);
    assert.equal(refused.well, false);
    assert.match(
      refused.words,
      /Nothing was changed\.\nMore than 20%[\s\S]*Together: 10 gone and 0 newly flagged, of 20 accounts[\s\S]*--yes-large/,
    );
    const unsure = await bring(database, few, ['--complete'], [true, false]);
    assert.deepEqual([unsure.well, asked.length], [false, 2]);
    assert.equal(await accounts(database), 20);
    const sure = await bring(database, few, ['--complete'], [true, true]);
    assert.match(sure.words, /10 accounts are gone/);
    assert.equal(await accounts(database), 10);
    const told = await bring(
      database,
      NAMES.slice(0, 4).map((name) => row(name)),
      ['--complete', '--yes-large'],
    );
    assert.match(told.words, /6 accounts are gone/);
  });

  it('is told in a dry run what a real one would need', async () => {
    const database = await open();
    await addOrganisations(database);
    await bring(
      database,
      NAMES.map((name) => row(name)),
      ['--yes'],
    );
    const dry = await bring(database, [row('p0')], ['--complete-for', 'n1', '--dry-run'], [true]);
    assert.match(
      dry.words,
      /19 accounts would be gone[\s\S]*It would need --yes-large\.\nThis was a dry run/,
    );
    assert.deepEqual(asked, []);
    assert.equal(await accounts(database), 20);
    const strange = await bring(database, [row('p0')], ['--complete-for', 'X1', '--dry-run']);
    assert.match(strange.words, /names no account of X1/);
    assert.deepEqual(await waiting(database), []);
  });
});

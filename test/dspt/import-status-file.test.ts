import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Database } from '../../delivery/database.ts';
import { currentFile, organisationByCode, organisationsByName } from '../../dspt/published-organisations.ts';
import { type ImportOutcome, importStatusFile } from '../../dspt/status-file/import-status-file.ts';
import { forEachDatabase } from '../support/databases.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const HEADER = 'Code,Organisation Name,Status,Date Of Publication';

function importFixture(database: Database, name: string): Promise<ImportOutcome> {
  const content = createReadStream(new URL(`../fixtures/${name}`, import.meta.url));
  return importStatusFile(database, { content, name, takenOn: '2026-11-16', now: NOW });
}

function importText(database: Database, ...lines: string[]): Promise<ImportOutcome> {
  const content = Readable.from([Buffer.from(lines.join('\r\n'))]);
  return importStatusFile(database, { content, name: 'typed.csv', takenOn: '2026-11-16', now: NOW });
}

const good = (count: number) =>
  Array.from({ length: count }, (_, at) => `G${at},Good House ${at},22/23 Standards Met,29/06/2023`);

forEachDatabase('The file of published statuses', (open) => {
  it('is read in the shape of 2023', async () => {
    const database = await open();
    const outcome = await importFixture(database, 'dspt-2023.csv');
    assert.deepEqual(outcome, { outcome: 'imported', rows: 12, badRows: [], bad: 0 });
    assert.deepEqual(await currentFile(database), { name: 'dspt-2023.csv', takenOn: '2026-11-16', rows: 12 });
    assert.deepEqual(await organisationByCode(database, 'VMZ03'), {
      code: 'VMZ03',
      name: "St Odo's Nursing Home, Lower Fenwick",
      sector: 'Care Home',
      commissioner: 'NHS Invented South ICB',
      publication: {
        status: { words: '25/26 Approaching Standards', edition: '25/26', level: 'approaching-standards' },
        publishedOn: '2026-06-12',
      },
    });
  });

  it('is read in the shape of 2022, with columns before the code, a blank line and a broken one', async () => {
    const database = await open();
    const outcome = await importFixture(database, 'dspt-2022.csv');
    assert.deepEqual(outcome, { outcome: 'imported', rows: 4, badRows: [], bad: 0 });
    const board = await organisationByCode(database, 'ZZ9');
    assert.deepEqual(
      [board?.name, board?.publication?.status.level],
      ['NHS INVENTED NORTH ICB', 'standards-exceeded'],
    );
    const cottage = await organisationByCode(database, 'VLZ20');
    assert.deepEqual([cottage?.name, cottage?.publication?.publishedOn], ['Corner Cottage "The Nook"', null]);
  });

  it('takes the place of the one before as a whole', async () => {
    const database = await open();
    await importFixture(database, 'dspt-2023.csv');
    await importFixture(database, 'dspt-2022.csv');
    assert.equal((await currentFile(database))?.rows, 4);
    assert.equal(await organisationByCode(database, 'VMZ03'), undefined);
    assert.equal(
      (await organisationByCode(database, 'VLZ01'))?.publication?.status.words,
      '21/22 Standards Met',
    );
  });

  it('stays as it is when the next one is refused, or breaks off while it is written', async () => {
    const database = await open();
    await importFixture(database, 'dspt-2023.csv');
    await importFixture(database, 'dspt-broken.csv');
    const failing: Database = {
      query: database.query,
      transaction: (work) =>
        database.transaction((transaction) =>
          work({
            ...transaction,
            async query<Row>(sql: string, parameters?: readonly unknown[]) {
              if (sql.includes('insert into dspt_status_block')) throw new Error('the disk is full');
              return transaction.query<Row>(sql, parameters);
            },
          }),
        ),
    };
    await assert.rejects(importFixture(failing, 'dspt-2022.csv'), /the disk is full/);
    assert.equal((await currentFile(database))?.name, 'dspt-2023.csv');
    assert.equal((await organisationsByName(database, 'rosebank', 5)).length, 2);
  });

  it('is that of the later of two imports at once, and whole', async () => {
    const database = await open();
    await Promise.all([importFixture(database, 'dspt-2023.csv'), importFixture(database, 'dspt-2022.csv')]);
    const [{ rows } = { rows: 0 }] = await database.query<{ rows: number }>(
      'select count(*)::int as rows from dspt_status',
    );
    assert.equal(rows, (await currentFile(database))?.rows);
  });

  it('names every bad row by its line, and what is wrong with it', async () => {
    const outcome = await importFixture(await open(), 'dspt-broken.csv');
    assert.ok(outcome.outcome === 'american-dates');
    assert.deepEqual(
      outcome.badRows.map(({ line }) => line),
      [3, 4, 5, 6, 7, 8, 9, 10],
    );
    assert.match(outcome.badRows[1]?.problem ?? '', /month first/);
  });

  it('is imported without the odd bad row, but not when one in ten is bad', async () => {
    const database = await open();
    const odd = await importText(
      database,
      HEADER,
      ...good(20),
      'VL01,Feb House,22/23 Standards Met,30/02/2023',
    );
    assert.deepEqual(odd, {
      outcome: 'imported',
      rows: 20,
      bad: 1,
      badRows: [{ line: 22, problem: 'there is no such day as "30/02/2023"' }],
    });
    const many = await importText(database, HEADER, ...good(5), 'VL01,Feb House,,');
    assert.equal(many.outcome, 'too-many-bad-rows');
    assert.equal((await currentFile(database))?.rows, 20);
  });

  const refused: [string, string[], ImportOutcome['outcome']][] = [
    [
      'has one date in American order',
      [HEADER, ...good(30), 'V1,A House,22/23 Standards Met,06/29/2023'],
      'american-dates',
    ],
    ['is another kind of file', ['Name,Email', 'A,b@example.org'], 'not-the-download'],
    ['is empty', [''], 'no-rows'],
    ['has a first line only', [HEADER], 'no-rows'],
    [
      'breaks off inside quotation marks',
      [HEADER, 'V1,"A House,22/23 Standards Met,29/06/2023'],
      'unreadable',
    ],
    [
      'was published in the future',
      [HEADER, 'V1,A House,22/23 Standards Met,29/06/2099'],
      'too-many-bad-rows',
    ],
    ['has a line without end', [HEADER, `V1,${'A'.repeat(50_000)}`], 'unreadable'],
  ];
  for (const [title, lines, expected] of refused) {
    it(`is refused when it ${title}`, async () => {
      const database = await open();
      assert.equal((await importText(database, ...lines)).outcome, expected);
      assert.equal(await currentFile(database), undefined);
    });
  }

  it('is found by a name in any capitals and punctuation, the exact name first', async () => {
    const database = await open();
    await importFixture(database, 'dspt-2023.csv');
    const codes = async (name: string) =>
      (await organisationsByName(database, name, 5)).map(({ code }) => code);
    assert.deepEqual(await codes('st odos'), ['VMZ03']);
    assert.deepEqual(await codes('harbour view'), ['VLZ08', 'CZ07']);
    assert.deepEqual(await codes('house rosebank'), ['VLZ01', 'VLZ02']);
    assert.deepEqual(await codes('%'), []);
    assert.deepEqual(await codes('100% house'), []);
  });
});

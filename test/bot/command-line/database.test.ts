import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../bot/config.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import { tablesInOrder } from '../../../bot/database/tables.ts';
import { startService } from '../../../bot/main.ts';
import { openChat } from '../../support/chat.ts';
import { makeDatabase } from '../../support/databases.ts';
import { type Ended, runProgram } from '../../support/program.ts';
import { startTeamsConnector } from '../../support/teams-connector.ts';

describe('npm run database', function () {
  // Each command is a program of its own.
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-move-'));
  const DATA_FOLDER = join(folder, 'data');
  let url = '';
  let drop: (() => Promise<void>) | undefined;
  before(async function () {
    const made = await makeDatabase();
    if ('reason' in made) {
      this.test?.parent?.eachTest((test) => {
        test.title += ` (skipped: ${made.reason})`;
      });
      this.skip();
    }
    ({ url, drop } = made);
  });
  after(async () => {
    await drop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  const command = (words: string[], settings: Record<string, string> = {}): Promise<Ended> =>
    runProgram('bot/command-line/database.ts', words, { DATA_FOLDER, ...settings });
  const move = (...words: string[]) => command(['move', ...words], { DATABASE_URL: url });
  async function inTarget<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
    const database = await openDatabase({ databaseUrl: url, dataFolder: 'memory:' });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }
  /** Everything in it, table by table, but for what each database writes down of itself. */
  async function contentsOf(database: OpenDatabase): Promise<Record<string, string[]>> {
    const contents: Record<string, string[]> = {};
    for (const { name } of await tablesInOrder(database)) {
      if (name === 'migration') continue;
      const rows = await database.query<{ row: unknown }>(`select to_jsonb(r) as row from ${name} r`);
      contents[name] = rows.map(({ row }) => JSON.stringify(row).replaceAll('+00:00', 'Z')).sort();
    }
    return contents;
  }

  it('shows how it is used, and ends with 2 for what it does not know', async () => {
    for (const [words, code] of [
      [['--help'], 0],
      [[], 2],
      [['delete'], 2],
      [['move', 'now'], 2],
    ] as [string[], number][]) {
      const ended = await command(words);
      assert.match(ended.said + ended.complained, /npm run database -- move/);
      assert.equal(ended.code, code);
    }
  });

  it('has nothing to tell or to move before there is any data, and makes none', async () => {
    assert.match((await command(['status'])).said, /There is no database in .* yet/);
    const { code, complained } = await move();
    assert.equal(code, 1);
    assert.match(complained, /Nothing was moved\. There is no database in/);
    assert.match((await command(['move'])).complained, /Set DATABASE_URL/);
  });

  describe('with the data of a service that has been used', () => {
    let before: Record<string, string[]>;
    const strange = '=1+1\t"\\N" \\t \'; drop table person; --\nŁódź 🩺\u2028';

    it('does not move while the service runs, and tells how much there is', async () => {
      const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER, PORT: '0', LOG_LEVEL: 'silent' };
      const connector = await startTeamsConnector();
      const running = await startService(loadConfig(settings, {}));
      try {
        const chat = openChat(`http://127.0.0.1:${running.port}`, connector, 'an administrator');
        await chat.installs();
        await chat.says('hygiene report');
        await chat.presses(/head office/);
        await chat.presses('Send warnings');
        await running.services.settled();
        const { database } = running.services;
        await database.query(`insert into organisation (ods_code, name, is_nas) values ('ZZ99', $1, false)`, [
          strange,
        ]);
        await database.query(
          `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at)
           values ('later', 'k', 't', 'p', $1::jsonb, now() + interval '1 year', now(), now())`,
          [JSON.stringify({ strange, number: 0.1, nested: [null, { a: null }] })],
        );
        await database.query(
          `insert into audit (at, actor, what, before) values (now(), 'service', 'x', 'null')`,
        );
        const { said, code } = await command(['status']);
        assert.equal(code, 0);
        assert.match(said, /through the service that runs on it[\s\S]*Up to date\./);
        assert.match(said, /^account +\d+ +\d+\.\d MB +\d+$/m);
        const refused = await move();
        assert.equal(refused.code, 1);
        assert.match(refused.complained, /runs on .* Stop it first/);
      } finally {
        await running.stop();
        await connector.stop();
      }
      const database = await openDatabase({ dataFolder: DATA_FOLDER });
      before = await contentsOf(database);
      await database.close();
      assert.ok(Object.values(before).filter((rows) => rows.length > 0).length > 8);
    });

    it('rehearses the move, and the target stays without a table', async () => {
      const { said, code } = await move('--dry-run');
      assert.equal(code, 0);
      assert.match(
        said,
        /Would move \d+ rows of \d+ tables\. The target is empty\.[\s\S]*nothing was changed/,
      );
      const { said: there } = await command(['status', '--json'], { DATABASE_URL: url });
      assert.deepEqual(JSON.parse(there).tables, []);
    });

    it('moves every row and every number that was given, and says what to do next', async () => {
      const { said, code, complained } = await move();
      assert.equal(code, 0, complained);
      assert.match(said, /checked that they are the same[\s\S]*1\. Start the service[\s\S]*3\. Delete/);
      await inTarget(async (database) => {
        assert.deepEqual(await contentsOf(database), before);
        const [strangest] = await database.query<{ name: string }>(
          `select name from organisation where ods_code = 'ZZ99'`,
        );
        assert.equal(strangest?.name, strange);
        const nulls = await database.query(
          `select 1 from audit where before = 'null'::jsonb and after is null`,
        );
        assert.equal(nulls.length, 1, 'a value that is nothing, and no value');
        const [next] = await database.query<{ isNew: boolean }>(
          `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at)
           values ('next', 'k', 't', 'p', '{}', now(), now(), now())
           returning owed_id > (select max(owed_id) from owed_message) as "isNew"`,
        );
        assert.equal(next?.isNew, true);
      });
      assert.match((await command(['status'], { DATABASE_URL: url })).said, /PostgreSQL, at DATABASE_URL/);
    });

    it('does not move into a database that has data', async () => {
      const { code, complained } = await move();
      assert.equal(code, 1);
      assert.match(
        complained,
        /The target has data already, in account,.*organisation.*Give it an empty database/,
      );
    });

    it('leaves the folder as it was', async () => {
      const database = await openDatabase({ dataFolder: DATA_FOLDER });
      assert.deepEqual(await contentsOf(database), before);
      await database.close();
    });
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { exportTickets } from '../../../bot/command-line/tickets/export.ts';
import { loadConfig } from '../../../bot/config.ts';
import { type Running, startService } from '../../../bot/main.ts';
import type { Database } from '../../../delivery/database.ts';
import { runProgram } from '../../support/program.ts';
import { addChannels, ask, helper } from '../../tickets/sample-tickets.ts';

describe('npm run tickets, beside a running service', function () {
  // Each command is a program of its own.
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-tickets-'));
  const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: join(folder, 'data'), PORT: '0' };
  let running: Running;
  before(async () => {
    running = await startService(loadConfig({ ...settings, LOG_LEVEL: 'silent' }, {}));
    const { database } = running.services;
    // Teams does not answer there, so the daily look leaves the channels alone.
    await database.query(
      `insert into conversation (conversation_id, tenant_id, scope, service_url, channel_id, bot_id)
       select id, 'care', 'channel', 'http://127.0.0.1:9', 'msteams', '28:assistant' from unnest(array['19:A1', '19:B2']) as id`,
    );
    await addChannels(database);
    const now = new Date();
    const first = await ask(database, { question: '=HYPERLINK("https://evil.example")', now });
    await helper(database, 'Sam', 'answer', first, { words: 'It is open.', now });
    const other = await ask(database, { odsCode: 'B2', asker: 'Bola', now });
    await helper(database, 'Sam', 'close', other, { odsCode: 'B2', now });
  });
  after(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tickets = (...words: string[]) =>
    runProgram('bot/command-line/tickets.ts', words, { DATA_FOLDER: settings.DATA_FOLDER });

  it('lists where questions stand without their words, and channels', async () => {
    const open = await tickets('list');
    assert.match(open.said, /^A1 {2}1 {2}\S+ \S+ {2}answered by Sam$/m);
    assert.doesNotMatch(open.said, /B2|HYPERLINK/);
    const { said } = await tickets('list', '--all', '--organisation', 'b2', '--json');
    const [row, ...others] = JSON.parse(said) as Record<string, unknown>[];
    assert.deepEqual([row?.odsCode, row?.state, others.length], ['B2', 'closed', 0]);
    assert.match((await tickets('channels')).said, /^A1 {2}House A1: 19:A1, checked /m);
  });

  it('exports questions to a file for its owner only, in which nothing runs, and notes it in the audit', async () => {
    const csv = join(folder, 'questions.csv');
    writeFileSync(csv, 'of last month', { mode: 0o644 });
    const ended = await tickets('export', '--csv', csv, '--organisation', 'A1');
    assert.match(ended.said, /^Wrote 1 questions/);
    const [row] = parse(readFileSync(csv), { bom: true, columns: true }) as Record<string, string>[];
    assert.equal(row?.question, `'=HYPERLINK("https://evil.example")`);
    assert.equal(row?.['since then'], 'Sam: It is open.');
    assert.equal(statSync(csv).mode & 0o077, 0);
    const lines = (await tickets('export', '--json')).said.trim().split('\n');
    assert.deepEqual(lines.map((line) => (JSON.parse(line) as { odsCode: string }).odsCode).sort(), [
      'A1',
      'B2',
    ]);
    const audited = await running.services.database.query<{ odsCode: string | null }>(
      `select ods_code as "odsCode" from audit where what = 'tickets.exported' order by audit_id`,
    );
    assert.deepEqual(audited, [{ odsCode: 'A1' }, { odsCode: null }]);
  });

  it('notes an export in the audit before the first row is read, so that one which breaks off is there too', async () => {
    const { database } = running.services;
    const audited = async () =>
      (await database.query(`select 1 from audit where what = 'tickets.exported'`)).length;
    const before = await audited();
    const breaking: Database = {
      ...database,
      query: (sql, parameters) =>
        /from ticket\b/.test(sql) ? Promise.reject(new Error('broken off')) : database.query(sql, parameters),
    };
    const place = { timeZone: 'Europe/London', now: new Date() };
    const options = { csv: join(folder, 'broken.csv'), json: false };
    await assert.rejects(exportTickets(breaking, options, place), /broken off/);
    assert.equal(await audited(), before + 1);
  });

  it('shows how it is used, and ends with 2 for what it does not know', async () => {
    assert.match((await tickets('--help')).said, /npm run tickets -- export/);
    for (const words of [[], ['read'], ['list', 'A1'], ['export'], ['list', '--from', 'Friday']]) {
      assert.equal((await tickets(...words)).code, 2, words.join(' '));
    }
  });
});

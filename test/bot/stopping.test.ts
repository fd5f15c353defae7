import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../bot/config.ts';
import { openDatabase } from '../../bot/database/open-database.ts';
import { type Running, startService } from '../../bot/main.ts';
import { openChat } from '../support/chat.ts';
import { startTeamsConnector, type TeamsConnector } from '../support/teams-connector.ts';
import { arrived, oweToMany } from './delivery-loop/owed-to-many.ts';

const MESSAGES = 30;
/** Long enough to be told to stop while a request is under way. */
const TEAMS_ANSWERS_AFTER_MS = 400;

describe('a service that is told to stop', function () {
  this.timeout(60_000);
  let folder: string;
  let connector: TeamsConnector;
  let running: Running;
  let url: string;
  before(async () => {
    connector = await startTeamsConnector({ answersAfter: TEAMS_ANSWERS_AFTER_MS });
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-stopping-'));
    const settings = {
      ASSISTANT_MODE: 'playground',
      PORT: '0',
      DATA_FOLDER: folder,
      LOG_LEVEL: 'silent',
      SENDS_PER_SECOND: '5',
    };
    running = await startService({ ...loadConfig(settings, {}), shutdownGraceSeconds: 2 });
    url = `http://127.0.0.1:${running.port}`;
    connector.sent.length = 0;
    connector.calls.length = 0;
  });
  afterEach(async () => {
    await running?.services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  after(() => connector?.stop());

  const status = async (path: string) => (await fetch(`${url}${path}`)).status;

  it('tells whoever asks to send the next message elsewhere, and is alive until it has ended', async () => {
    assert.equal(await status('/readyz'), 200);
    const stopped = running.stop();
    assert.deepEqual(await Promise.all([status('/readyz'), status('/healthz')]), [503, 200]);
    await stopped;
    await assert.rejects(status('/healthz'));
  });

  it('answers the person who wrote just before, and who writes while others still learn of it', async () => {
    const earlier = openChat(url, connector, 'a member of staff').says('how long must my password be');
    while (connector.calls.length === 0) await new Promise(setImmediate);
    const stopped = running.stop();
    const meanwhile = openChat(url, connector, 'a colleague').says('can I use my own phone');
    assert.match((await earlier).text, /At least 10 characters/);
    assert.match((await meanwhile).text, /explicit permission/);
    await stopped;
    const database = await openDatabase({ dataFolder: folder });
    const unsent = await database.query('select 1 from answered_activity where sent_at is null');
    await database.close();
    assert.deepEqual(unsent, [], 'a reply that was read is not known to have been sent');
  });

  it('finishes the sends that are under way, and gives the others back', async () => {
    await oweToMany(running.services.database, { count: MESSAGES, url: connector.url, now: new Date() });
    await arrived(connector, 3);
    await running.stop();
    const reached = connector.sent.length;
    assert.ok(reached < MESSAGES);
    const database = await openDatabase({ dataFolder: folder });
    const states = await database.query<{ state: string; count: number }>(
      'select state, count(*) as count from owed_message group by state order by state',
    );
    await database.close();
    assert.deepEqual(states, [
      { state: 'planned', count: MESSAGES - reached },
      { state: 'sent', count: reached },
    ]);
  });

  it('ends once, however often it is told', async () => {
    await Promise.all([running.stop(), running.services.close(), running.services.close()]);
    await assert.rejects(status('/healthz'));
  });
});

describe('the program, when its supervisor tells it to stop', function () {
  this.timeout(60_000);

  it('says so in its log, ends within its time, and ends well', async () => {
    const program = spawn(process.execPath, ['bot/main.ts'], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      env: { PATH: process.env.PATH, ASSISTANT_MODE: 'playground', PORT: '0', DATA_FOLDER: 'memory:' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let log = '';
    const ended = once(program, 'exit');
    await new Promise<void>((ready) => {
      program.stdout.on('data', (part) => {
        log += part;
        if (log.includes('"msg":"ready"')) ready();
      });
    });
    program.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.match(log, /"msg":"stopping"/);
    assert.doesNotMatch(log, /"level":[56]0/);
  });
});

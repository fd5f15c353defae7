import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../support/program.ts';

/** What the program said in all, and what it ended with. */
async function run(program: string, settings: Record<string, string>) {
  const { code, said, complained } = await runProgram(program, [], settings);
  return { code, said: said + complained };
}

describe('starting', function () {
  // Each test starts a program of its own.
  this.timeout(60_000);
  let taken: Server;
  let port: string;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-start-'));
    taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    port = String((taken.address() as AddressInfo).port);
  });
  after(() => {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('names the port of the service that is taken, and how to choose another', async () => {
    const { code, said } = await run('bot/start.ts', { PORT: port, DATA_FOLDER: folder });
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^Port ${port} is taken by another program\\. .*PORT=`, 'm'));
    assert.doesNotMatch(said, /\bat .*:\d+:\d+/);
  });

  it('names the port of the playground that is taken', async () => {
    const { code, said } = await run('bot/start.ts', {
      PORT: '0',
      PLAYGROUND_PORT: port,
      DATA_FOLDER: folder,
    });
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^Port ${port} is taken by another program`, 'm'));
  });

  it('of the service alone names the port that is taken', async () => {
    const settings = { ASSISTANT_MODE: 'playground', PORT: port, DATA_FOLDER: 'memory:', LOG_LEVEL: 'error' };
    const { code, said } = await run('bot/main.ts', settings);
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken by another program\\.`));
    assert.equal(said.trim().split('\n').length, 1);
  });

  it('off loopback without an app id ends with one clear sentence', async () => {
    const { code, said } = await run('bot/main.ts', { HOST: '0.0.0.0' });
    assert.equal(code, 1);
    assert.match(said, /MICROSOFT_APP_ID: write the bot's app id/);
    assert.doesNotMatch(said, /\bat .*:\d+:\d+/);
  });

  it('says when PostgreSQL does not answer', async () => {
    const settings = {
      ASSISTANT_MODE: 'playground',
      PORT: '0',
      DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/x`,
    };
    taken.once('connection', (socket) => socket.destroy());
    const { code, said } = await run('bot/main.ts', settings);
    assert.equal(code, 1);
    assert.match(said, /^The database does not answer\. Check DATABASE_URL/);
  });
});

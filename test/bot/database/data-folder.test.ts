import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { claimDataFolder } from '../../../bot/database/data-folder.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** Starts a process that adds organisations. `told` are its lines so far: its home first, then what was stored. */
function startWriter(folder: string, prefix: string, count: number): { child: ChildProcess; told: string[] } {
  const child = spawn(process.execPath, [WRITER, folder, prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: string[] = [];
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => told.push(line));
  return { child, told };
}

async function codes(database: OpenDatabase): Promise<string[]> {
  const rows = await database.query<{ code: string }>('select ods_code as code from organisation order by 1');
  return rows.map(({ code }) => code);
}

describe('the data folder', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is reached by a second process through the first, and nothing that either writes is lost', async () => {
    const database = await openDatabase({ dataFolder: folder });
    assert.equal(database.home, 'embedded');
    const { child, told } = startWriter(folder, 'theirs', 100);
    const closed = once(child, 'close');
    const ours: string[] = [];
    for (let at = 0; at < 100 || child.exitCode === null; at++) {
      ours.push(`ours-${at}`);
      await database.query('insert into organisation (ods_code, name, is_nas) values ($1, $1, true)', [
        `ours-${at}`,
      ]);
      // The socket is served between our own queries.
      await new Promise((done) => setImmediate(done));
    }
    await closed;
    const [home, ...theirs] = told;
    assert.equal(home, 'beside');
    assert.equal(theirs.length, 100);
    assert.deepEqual(await codes(database), [...ours, ...theirs].sort());
    await database.close();
    const again = await openDatabase({ dataFolder: folder });
    assert.equal(again.home, 'embedded');
    assert.equal((await codes(again)).length, ours.length + theirs.length);
    await again.close();
  });

  it('keeps all that was stored when its process is killed, and is taken over at once', async () => {
    const { child, told } = startWriter(folder, 'row', 100_000);
    const closed = once(child, 'close');
    if (child.stdout) for await (const _ of child.stdout) if (told.length > 100) child.kill('SIGKILL');
    await closed;
    assert.equal(child.signalCode, 'SIGKILL');
    assert.ok(existsSync(join(folder, 'holder.json')), 'the killed process left its claim');
    const database = await openDatabase({ dataFolder: folder });
    assert.equal(database.home, 'embedded');
    const kept = new Set(await codes(database));
    for (const code of told.slice(1)) assert.ok(kept.has(code), `${code} was stored and is lost`);
    await database.close();
    assert.ok(!existsSync(join(folder, 'holder.json')));
  });

  const gone: [title: string, contents: string, ageMs: number][] = [
    ['of a process that is no more', '{"pid":2147483646,"token":"x"}', 0],
    ['of a process before the machine was restarted', `{"pid":${process.pid},"token":"x"}`, 60_000],
    ['that was never finished', '', 60_000],
    ['that makes no sense', 'not json', 60_000],
  ];
  for (const [title, contents, ageMs] of gone) {
    it(`takes over a claim ${title}`, async () => {
      const file = join(folder, 'holder.json');
      writeFileSync(file, contents);
      const then = new Date(Date.now() - ageMs);
      utimesSync(file, then, then);
      const claim = await claimDataFolder(folder, 0);
      assert.equal(claim.held, 'by-us');
      if (claim.held === 'by-us') await claim.release();
      assert.ok(!existsSync(file));
    });
  }

  it('says so when its holder lives and does not answer', async () => {
    const holder = await claimDataFolder(folder);
    await assert.rejects(claimDataFolder(folder, 0), {
      code: 'DATA_FOLDER_IN_USE',
      message: `Another process holds ${folder} and does not answer. Stop it, or set DATA_FOLDER to another folder.`,
    });
    if (holder.held === 'by-us') await holder.release();
  });

  it('is given to one of many that ask at the same moment', async () => {
    const claims = await Promise.allSettled([1, 2, 3, 4].map(() => claimDataFolder(folder, 0)));
    const held = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []));
    assert.equal(held.length, 1);
    if (held[0]?.held === 'by-us') await held[0].release();
  });

  it('can be read by its owner only', async () => {
    const path = join(folder, 'data');
    const database = await openDatabase({ dataFolder: path });
    assert.equal(statSync(path).mode & 0o077, 0);
    assert.equal(statSync(join(path, 'holder.json')).mode & 0o077, 0);
    assert.equal(statSync(join(path, '.s.PGSQL.5432')).mode & 0o077, 0);
    await database.close();
  });

  it('serves a folder whose path is too long for a socket', async () => {
    const path = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const database = await openDatabase({ dataFolder: path });
    const beside = await openDatabase({ dataFolder: path });
    assert.deepEqual([database.home, beside.home], ['embedded', 'beside']);
    assert.deepEqual(await beside.query('select 1 as one'), [{ one: 1 }]);
    await beside.close();
    await database.close();
  });
});

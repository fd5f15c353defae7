/** A PostgreSQL server of a test's own, which it may stop and start. */
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface OwnPostgres {
  url: string;
  /** As a power cut would: connections break, and what was not committed is gone. */
  crash(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** @returns why there is none where it cannot be had: no binaries, or nobody but root to run them. */
export async function startOwnPostgres(): Promise<OwnPostgres | { reason: string }> {
  const bin = await binaries();
  if (!bin) return { reason: 'no initdb: install the PostgreSQL server' };
  const user = await unprivileged();
  if (!user) return { reason: 'PostgreSQL does not run as root, and there is no user postgres' };
  const folder = mkdtempSync(join(tmpdir(), 'own-postgres-'));
  chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const command = (name: string, ...args: string[]) =>
    run(join(bin, name), args, { ...user, cwd: folder, timeout: 60_000 });
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=40`;
  const start = async () => {
    await command('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  };
  await command('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  await start();
  const stop = async () => void (await command('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop'));
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    crash: stop,
    start,
    async remove() {
      await stop().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the server's programs off the path. */
async function binaries(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const told = await run('pg_config', ['--bindir']).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...told];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  const idOf = async (option: string) => Number((await run('id', [option, 'postgres'])).stdout);
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error())));
    });
  });
}

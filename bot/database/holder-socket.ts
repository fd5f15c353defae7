/** Where the holder of a data folder listens for other commands. */
import { createHash } from 'node:crypto';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET_PORT = 5432;
/** The longest path that a Unix socket may have on every system we run on. */
const SOCKET_PATH_LIMIT = 100;

export interface Socket {
  host: string;
  port: number;
  path?: string;
}

/** A Unix socket in the folder, which only its owner can open; on Windows a port on loopback. */
export function socketOf(root: string): Socket {
  const digest = createHash('sha256').update(root).digest();
  if (process.platform === 'win32')
    return { host: '127.0.0.1', port: 20000 + (digest.readUInt16BE(0) % 20000) };
  const name = `.s.PGSQL.${SOCKET_PORT}`;
  const inside = join(root, name);
  const host =
    inside.length < SOCKET_PATH_LIMIT
      ? root
      : join(tmpdir(), `nhsmail-assistant-${digest.toString('hex').slice(0, 12)}`);
  return { host, port: SOCKET_PORT, path: join(host, name) };
}

/** Whether somebody listens there. */
export function answers(socket: Socket): Promise<boolean> {
  return new Promise((done) => {
    const connection = socket.path
      ? createConnection(socket.path)
      : createConnection({ host: socket.host, port: socket.port });
    connection.once('connect', () => {
      connection.destroy();
      done(true);
    });
    connection.once('error', () => done(false));
  });
}

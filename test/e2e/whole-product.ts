/** The product as a person starts and ends it, on ports that nobody else uses. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ROOT } from './browser.ts';

/** What `npm start` runs. */
const PROGRAM = 'bot/start.ts';

export interface Product {
  /** Everything it printed. */
  printed(): string;
  /** Ctrl-C, which a terminal gives to all processes. @returns the exit code. */
  pressCtrlC(): Promise<number | null>;
  /** `kill -9` of the program alone, which cannot say goodbye to the playground that it started. */
  killProgram(): Promise<void>;
  /** Ends whatever is left. */
  end(): void;
}

export interface Place {
  dataFolder: string;
  port: number;
  playgroundPort: number;
}

/** @throws Error with what was printed when it ends before it is ready. */
export async function startProduct(place: Place): Promise<Product> {
  const service = spawn(process.execPath, [PROGRAM], {
    cwd: ROOT,
    // A group of its own, as a terminal gives it one.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ASSISTANT_MODE: 'playground',
      DATA_FOLDER: place.dataFolder,
      PORT: String(place.port),
      PLAYGROUND_PORT: String(place.playgroundPort),
    },
  });
  let printed = '';
  const ended = once(service, 'exit');
  await new Promise<void>((ready, fail) => {
    const listen = (part: Buffer) => {
      printed += part;
      if (/Press Ctrl-C|"ready"/.test(printed)) ready();
    };
    service.stdout.on('data', listen);
    service.stderr.on('data', listen);
    service.once('close', () => fail(new Error(`${PROGRAM} ended before it was ready:\n${printed}`)));
  });
  return {
    printed: () => printed,
    async pressCtrlC() {
      signal(service, 'SIGINT');
      const [code] = await ended;
      return code;
    },
    async killProgram() {
      service.kill('SIGKILL');
      await ended;
    },
    end: () => signal(service, 'SIGKILL'),
  };
}

function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, name);
  } catch (error) {
    // The whole group has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** @returns as many different ports as asked for, free at this moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

/** @returns whether something listens there. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const connection = connect({ host: '127.0.0.1', port });
    connection.once('connect', () => {
      connection.destroy();
      done(true);
    });
    connection.once('error', () => done(false));
  });
}

/** Waits until nothing listens there any more. */
export async function untilClosed(port: number): Promise<void> {
  while (await isOpen(port)) await setTimeout(50);
}

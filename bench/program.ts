/** What is measured runs in a process of its own, so that it shares no event loop with whoever holds the watch. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ASK_EVERY_MS = 5;
const READY_WITHIN_MS = 60_000;

export const ECHO_BOT = new URL('./echo-bot.ts', import.meta.url);
export const ASSISTANT = new URL('../bot/main.ts', import.meta.url);

export interface Program {
  port: number;
  /** From starting the process to its first `ready`, in seconds. */
  secondsToStart: number;
  pid: number;
  stop(): Promise<void>;
  /** Ends it as `kill -9` does: it has no time to put anything in order. */
  kill(): Promise<void>;
}

/**
 * Starts a program that takes its port from `PORT`, and waits until `/readyz` answers 200.
 * @param settings its whole environment: what the person who measures has set must not change the figures.
 * @param onLine told each line that it writes.
 * @throws Error when it ends early or is not ready within a minute.
 */
export async function startProgram(
  file: URL,
  settings: Record<string, string>,
  onLine?: (line: string) => void,
): Promise<Program> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(file)], {
    env: { ...settings, PORT: String(port) },
    stdio: ['ignore', onLine ? 'pipe' : 'ignore', 'inherit'],
  });
  if (child.stdout && onLine) createInterface(child.stdout).on('line', onLine);
  try {
    await ready(child, port);
  } catch (error) {
    await stop(child);
    throw error;
  }
  const secondsToStart = (performance.now() - started) / 1000;
  return {
    port,
    secondsToStart,
    pid: child.pid ?? 0,
    stop: () => stop(child),
    kill: () => stop(child, 'SIGKILL'),
  };
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await answersReady(port))) {
    if (child.exitCode !== null)
      throw new Error(`A measured program ended with exit code ${child.exitCode}.`);
    if (performance.now() > deadline) throw new Error('A measured program was not ready within a minute.');
    await wait(ASK_EVERY_MS);
  }
}

function answersReady(port: number): Promise<boolean> {
  return new Promise((done) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    request.once('error', () => done(false));
  });
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

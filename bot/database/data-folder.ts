/**
 * One process at a time holds the data folder: a second one that opened it would silently lose writes.
 * The holder writes `holder.json` and listens on a socket, through which other commands reach its database.
 */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AssistantError } from '../errors.ts';
import { answers, type Socket, socketOf } from './holder-socket.ts';

const HEARTBEAT_MS = 2000;
/** A holder whose sign of life is older than this, and whose socket is silent, is gone. */
const SILENT_MS = 15000;

interface Holder {
  pid: number;
  token: string;
}

export type Claim =
  | { held: 'by-another'; socket: { host: string; port: number } }
  | {
      held: 'by-us';
      databaseFolder: string;
      listenAt: { path: string } | { host: string; port: number };
      /** Call once the socket listens. */
      ready(): void;
      release(): Promise<void>;
    };

/**
 * Claims the folder for this process, or says where its holder listens.
 * @param patienceMs how long a live holder may take until it answers.
 * @throws AssistantError `DATA_FOLDER_IN_USE` when a live process holds it and does not answer.
 */
export async function claimDataFolder(folder: string, patienceMs = SILENT_MS + HEARTBEAT_MS): Promise<Claim> {
  const root = resolve(folder);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  // A folder that was there before may be open to others.
  chmodSync(root, 0o700);
  const holderFile = join(root, 'holder.json');
  const socket = socketOf(root);
  const deadline = Date.now() + patienceMs;
  while (true) {
    const claim = tryToHold(holderFile);
    if (claim) return ours(root, holderFile, claim, socket);
    if (await answers(socket))
      return { held: 'by-another', socket: { host: socket.host, port: socket.port } };
    if (holderIsGone(holderFile)) rmSync(holderFile, { force: true });
    else if (Date.now() >= deadline) {
      throw new AssistantError(
        'DATA_FOLDER_IN_USE',
        `Another process holds ${root} and does not answer. Stop it, or set DATA_FOLDER to another folder.`,
      );
    } else await wait(200);
  }
}

function tryToHold(holderFile: string): Holder | undefined {
  try {
    const file = openSync(holderFile, 'wx', 0o600);
    const holder = { pid: process.pid, token: randomUUID() };
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

function ours(root: string, holderFile: string, holder: Holder, socket: Socket): Claim {
  if (socket.path) {
    mkdirSync(socket.host, { recursive: true, mode: 0o700 });
    rmSync(socket.path, { force: true });
  }
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(holderFile, now, now);
    } catch {
      // The folder was deleted under us: there is nothing left to protect.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    held: 'by-us',
    databaseFolder: join(root, 'database'),
    listenAt: socket.path ? { path: socket.path } : { host: socket.host, port: socket.port },
    ready() {
      if (socket.path) chmodSync(socket.path, 0o600);
    },
    async release() {
      clearInterval(beat);
      if (read(holderFile)?.token === holder.token) rmSync(holderFile, { force: true });
    },
  };
}

function read(holderFile: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function holderIsGone(holderFile: string): boolean {
  const holder = read(holderFile);
  try {
    if (holder) process.kill(holder.pid, 0);
    // Alive, but after a restart of the machine the number may be somebody else's.
    return Date.now() - statSync(holderFile).mtimeMs > SILENT_MS;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ESRCH' || (code === 'EPERM' && Date.now() - statSync(holderFile).mtimeMs > SILENT_MS);
  }
}

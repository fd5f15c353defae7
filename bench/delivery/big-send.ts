/** A large send over replicas that run as they do in production: each a process, all on one PostgreSQL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type OpenDatabase, openDatabase } from '../../bot/database/open-database.ts';
import { type ConnectorProcess, startConnectorProcess } from '../../test/support/connector/own-process.ts';
import type { ReceptionOptions } from '../../test/support/connector/reception.ts';
import type { Skipped } from '../benchmark.ts';
import { createOwnDatabase } from '../own-database.ts';
import { ASSISTANT, type Program, startProgram } from '../program.ts';
import { confirmAlerts, proposeAlerts } from './staff.ts';

const LOOK_EVERY_MS = 500;

export interface BigSendOptions {
  alerts: number;
  replicas: number;
  connector: Omit<ReceptionOptions, 'clock'>;
}

export interface BigSend {
  sendId: string;
  database: OpenDatabase;
  connector: ConnectorProcess;
  replicas: Program[];
  /** One more replica. */
  startReplica(): Promise<Program>;
  /** The administrator says yes. */
  confirm(): Promise<void>;
  /** Resolves when nothing more is on its way. @throws Error when that takes longer than so many seconds. */
  finished(withinSeconds: number): Promise<void>;
}

/** Starts everything, lets `measure` do its work, and takes everything down again. */
export async function withBigSend<T>(
  { alerts, replicas: count, connector: rules }: BigSendOptions,
  measure: (send: BigSend) => Promise<T>,
): Promise<T | Skipped> {
  const own = await createOwnDatabase();
  if ('skipped' in own) return own;
  const folder = await mkdtemp(join(tmpdir(), 'nhsmail-bench-'));
  const connector = await startConnectorProcess(rules);
  const replicas: Program[] = [];
  let database: OpenDatabase | undefined;
  const startReplica = async () => {
    const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: folder, LOG_LEVEL: 'silent' };
    const replica = await startProgram(ASSISTANT, {
      ...settings,
      DATABASE_URL: own.url,
      SENDS_PER_SECOND: '50',
    });
    replicas.push(replica);
    return replica;
  };
  try {
    database = await openDatabase({ databaseUrl: own.url, dataFolder: folder });
    const opened = database;
    for (let started = 0; started < count; started++) await startReplica();
    const sendId = await proposeAlerts(opened, alerts, connector.url);
    return await measure({
      sendId,
      database: opened,
      connector,
      replicas,
      startReplica,
      confirm: () => confirmAlerts(opened, sendId),
      finished: (withinSeconds) => finished(opened, sendId, withinSeconds),
    });
  } finally {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await database?.close();
    await connector.stop();
    await own.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function finished(database: OpenDatabase, sendId: string, withinSeconds: number): Promise<void> {
  const deadline = performance.now() + withinSeconds * 1000;
  for (;;) {
    const [row] = await database.query<{ state: string }>('select state from send where send_id = $1::uuid', [
      sendId,
    ]);
    if (row?.state === 'reported') return;
    if (performance.now() > deadline) throw new Error(`The send was not over after ${withinSeconds} s.`);
    await wait(LOOK_EVERY_MS);
  }
}

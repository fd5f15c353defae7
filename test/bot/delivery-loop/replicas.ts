/** Replicas as processes of their own, on one PostgreSQL and before one Teams: for a `describe`, which they last for. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import { makeDatabase } from '../../support/databases.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

export interface Place {
  database: OpenDatabase;
  connector: TeamsConnector;
}

/** Without a PostgreSQL the tests are skipped, and their titles say why. */
export function replicasOnPostgres(): {
  /** When the tests began: their time goes by more quickly from then on. */
  began: number;
  place(): Place;
  start(): Promise<ChildProcess>;
} {
  const began = Date.now();
  const replicas: ChildProcess[] = [];
  let place: Place | undefined;
  let drop: (() => Promise<void>) | undefined;
  let url = '';
  before(async function () {
    const made = await makeDatabase();
    if ('reason' in made) {
      this.test?.parent?.eachTest((test) => {
        test.title += ` (skipped: ${made.reason})`;
      });
      this.skip();
    }
    ({ url, drop } = made);
    const database = await openDatabase({ databaseUrl: url, dataFolder: 'memory:' });
    place = { database, connector: await startTeamsConnector({ answersAfter: 20 }) };
  });
  after(async () => {
    for (const replica of replicas) replica.kill('SIGKILL');
    await place?.connector.stop();
    await place?.database.close();
    await drop?.();
  });
  return {
    began,
    place() {
      if (!place) throw new Error('The replicas’ database is open only while tests run.');
      return place;
    },
    async start() {
      const replica = fork(new URL('./replica.ts', import.meta.url), [url, String(began)]);
      replicas.push(replica);
      await once(replica, 'message');
      return replica;
    },
  };
}

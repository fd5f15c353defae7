import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import { makeDatabase } from '../../support/databases.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';
import { arrived, expectAllArrived, oweToMany, settled } from './owed-to-many.ts';
import { quickTime } from './quick-time.ts';

const MESSAGES = 100;
/** More than one batch and what is under way could leave in doubt would mean that claims are too long. */
const MOST_IN_DOUBT = 30;

describe('two replicas on PostgreSQL, one of which is killed', () => {
  let database: OpenDatabase | undefined;
  let drop: (() => Promise<void>) | undefined;
  let url = '';
  let connector: TeamsConnector;
  const replicas: ChildProcess[] = [];
  const began = Date.now();
  before(async function () {
    const made = await makeDatabase();
    if ('reason' in made) {
      this.test?.parent?.eachTest((test) => {
        test.title += ` (skipped: ${made.reason})`;
      });
      this.skip();
    }
    ({ url, drop } = made);
    database = await openDatabase({ databaseUrl: url, dataFolder: 'memory:' });
    connector = await startTeamsConnector({ answersAfter: 20 });
  });
  after(async () => {
    for (const replica of replicas) replica.kill('SIGKILL');
    await connector?.stop();
    await database?.close();
    await drop?.();
  });

  async function startReplica(): Promise<ChildProcess> {
    const replica = fork(new URL('./replica.ts', import.meta.url), [url, String(began)]);
    replicas.push(replica);
    await once(replica, 'message');
    return replica;
  }

  it('lose no message, and mark those that may have arrived twice', async function () {
    this.timeout(120_000);
    assert.ok(database);
    const [first] = await Promise.all([startReplica(), startReplica()]);
    await oweToMany(database, { count: MESSAGES, url: connector.url, now: quickTime(began).clock() });
    await arrived(connector, MESSAGES / 3);
    first.kill('SIGKILL');
    await settled(database);
    const inDoubt = await expectAllArrived(database, connector, MESSAGES);
    assert.ok(inDoubt <= MOST_IN_DOUBT, `${inDoubt} of ${MESSAGES} may have arrived twice`);
  });
});

import assert from 'node:assert/strict';
import { setImmediate as immediate } from 'node:timers/promises';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import { makeDatabase } from '../../support/databases.ts';

describe('a connection to PostgreSQL that breaks', () => {
  let database: OpenDatabase | undefined;
  let drop: (() => Promise<void>) | undefined;
  before(async function () {
    const made = await makeDatabase();
    if ('reason' in made) {
      this.test?.parent?.eachTest((test) => {
        test.title += ` (skipped: ${made.reason})`;
      });
      this.skip();
    }
    drop = made.drop;
    database = await openDatabase({ databaseUrl: made.url, dataFolder: 'memory:' });
  });
  after(async () => {
    await database?.close();
    await drop?.();
  });

  it('in the middle of a transaction, fails that transaction and nothing else', async () => {
    const opened = database;
    assert.ok(opened);
    const broken = opened.transaction(async (transaction) => {
      const [row] = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
      // Answers when the connection has ended, and the service hears of it while nothing is being asked.
      await opened.query('select pg_terminate_backend($1::int, 10000)', [row?.pid]);
      for (let turn = 0; turn < 20; turn++) await immediate();
      await transaction.query('select 1');
    });
    await assert.rejects(broken);
    assert.deepEqual(await opened.query('select 1 as one'), [{ one: 1 }]);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';

describe('statements that are prepared once', () => {
  let database: OpenDatabase;
  before(async () => {
    database = await openDatabase({ dataFolder: 'memory:' });
    await database.run(
      'create table note (id int primary key, words text, extra jsonb, at timestamptz, day date)',
    );
  });
  after(() => database.close());

  const ADD = 'insert into note values ($1, $2::text, $3::jsonb, $4, $5::date) returning *';

  it('gives back what was written, whatever its kind', async () => {
    const at = new Date('2026-11-21T10:00:00Z');
    const words = "naïve “quotes” 🙂 \\ ' \n مرحبا";
    const [row] = await database.queryOften(ADD, [
      1,
      words,
      JSON.stringify({ a: [1, null] }),
      at,
      '2026-11-21',
    ]);
    assert.deepEqual(row, { id: 1, words, extra: { a: [1, null] }, at, day: '2026-11-21' });
    const [empty] = await database.queryOften(ADD, [2, null, null, null, undefined]);
    assert.deepEqual(empty, { id: 2, words: null, extra: null, at: null, day: null });
  });

  it('answers the next question after one that failed', async () => {
    await assert.rejects(database.queryOften(ADD, [1, 'again', null, null, null]), { code: '23505' });
    assert.equal((await database.queryOften('select id from note where id = $1', [1])).length, 1);
    await assert.rejects(database.queryOften('select nothing from note where id = $1', [1]), {
      code: '42703',
    });
    assert.equal((await database.queryOften('select id from note where id = $1', [9])).length, 0);
  });

  it('stays out of a transaction that is open', async () => {
    const order: string[] = [];
    const undone = database.transaction(async (transaction) => {
      await transaction.query('insert into note (id) values (50)');
      order.push('inside');
      await transaction.query('select 1');
      throw new Error('changed my mind');
    });
    const beside = database
      .queryOften('insert into note (id) values ($1)', [51])
      .then(() => order.push('beside'));
    await assert.rejects(undone, /changed my mind/);
    await beside;
    assert.deepEqual(order, ['inside', 'beside']);
    const left = await database.query('select id from note where id in (50, 51)');
    assert.deepEqual(left, [{ id: 51 }]);
  });

  it('loses nothing while another process writes through the socket', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'assistant-test-'));
    const ours = await openDatabase({ dataFolder });
    const beside = await openDatabase({ dataFolder });
    await ours.run('create table tally (who text, n int)');
    const write = (from: OpenDatabase, who: string) =>
      Promise.all(
        Array.from({ length: 100 }, (_, n) => from.queryOften('insert into tally values ($1, $2)', [who, n])),
      );
    await Promise.all([write(ours, 'ours'), write(beside, 'beside')]);
    const counts = await ours.query('select who, count(*) from tally group by who order by who');
    assert.deepEqual(counts, [
      { who: 'beside', count: 100 },
      { who: 'ours', count: 100 },
    ]);
    await beside.close();
    await ours.close();
    await rm(dataFolder, { recursive: true, force: true });
  });
});

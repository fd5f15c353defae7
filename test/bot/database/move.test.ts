import assert from 'node:assert/strict';
import { moveDatabase } from '../../../bot/database/move.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import type { Database } from '../../../delivery/database.ts';
import { makeDatabase } from '../../support/databases.ts';

const PEOPLE = 4500;

describe('a move to PostgreSQL', () => {
  let source: OpenDatabase;
  let target: OpenDatabase | undefined;
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
    target = await openDatabase({ databaseUrl: made.url, dataFolder: 'memory:' });
    source = await openDatabase({ dataFolder: 'memory:' });
    await source.query(
      `insert into person (tenant_id, aad_object_id, address) select 't', 'p' || n, 'p' || n || '@nhs.net'
       from generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await source.query(`insert into organisation (ods_code, name, is_nas) values ('A1', 'Ä “one”', true)`);
  });
  after(async () => {
    await target?.close();
    await source?.close();
    await drop?.();
  });

  const rowsIn = async (table: string) => (await target?.query(`select 1 from ${table}`))?.length;
  /** The same database, in which what is written passes through somebody's hands first. */
  function meddledWith(
    opened: OpenDatabase,
    meddle: (sql: string, parameters: readonly unknown[]) => readonly unknown[],
  ): OpenDatabase {
    const over = (held: Database): Database => ({
      query: (sql, parameters) => (parameters ? held.query(sql, meddle(sql, parameters)) : held.query(sql)),
      transaction: held.transaction,
    });
    return { ...opened, transaction: (work) => opened.transaction((held) => work(over(held))) };
  }

  it('that breaks off in the middle leaves the target empty', async () => {
    assert.ok(target);
    let pieces = 0;
    const breaking = meddledWith(target, (sql, parameters) => {
      if (sql.includes('insert into public.person') && ++pieces === 2)
        throw new Error('The network is away.');
      return parameters;
    });
    await assert.rejects(moveDatabase(source, breaking, { dryRun: false }), /network is away/);
    assert.equal(pieces, 2);
    assert.deepEqual([await rowsIn('person'), await rowsIn('organisation')], [0, 0]);
  });

  it('in which one value changes on the way is noticed and taken back', async () => {
    assert.ok(target);
    const forging = meddledWith(target, (sql, parameters) =>
      sql.includes('insert into public.person')
        ? [String(parameters[0]).replace('p17@nhs.net', 'q17@nhs.net')]
        : parameters,
    );
    const moved = await moveDatabase(source, forging, { dryRun: false });
    assert.deepEqual(moved, { outcome: 'not-the-same', tables: ['person'] });
    assert.deepEqual([await rowsIn('person'), await rowsIn('organisation')], [0, 0]);
  });

  it('that two people start at the same moment happens once', async () => {
    assert.ok(target);
    const other = await openDatabase({ dataFolder: 'memory:' });
    await other.query(`insert into organisation (ods_code, name, is_nas) values ('B2', 'Other', true)`);
    const opened = target;
    const outcomes = await Promise.all(
      [source, other].map((each) => moveDatabase(each, opened, { dryRun: false })),
    );
    await other.close();
    assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['moved', 'target-has-data']);
    assert.equal(await rowsIn('organisation'), 1);
    assert.ok([0, PEOPLE].includes((await rowsIn('person')) ?? -1));
  });
});

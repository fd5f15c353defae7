import assert from 'node:assert/strict';
import { migrate, migrationNames } from '../../../bot/database/migrate.ts';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import { forEachDatabase } from '../../support/databases.ts';

forEachDatabase('bringing the tables up to date', (open) => {
  it('applies every migration once, in the order of their numbers', async () => {
    const database = await open();
    const applied = await database.query<{ name: string }>(
      'select name from migration order by applied_at, name',
    );
    assert.deepEqual(
      applied.map(({ name }) => name),
      migrationNames(),
    );
    assert.deepEqual(
      migrationNames(),
      migrationNames().toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10)),
    );
  });

  it('changes nothing when it is done again, or by two at once', async () => {
    const database = await open();
    await database.query("insert into organisation (ods_code, name, is_nas) values ('A1', 'One', true)");
    await Promise.all([migrate(database), migrate(database)]);
    assert.deepEqual(await database.query('select ods_code from organisation'), [{ ods_code: 'A1' }]);
  });

  const emptySchema = async (database: OpenDatabase) => {
    await database.query('drop schema if exists staging cascade');
    await database.query('drop schema public cascade');
    await database.query('create schema public');
  };

  it('is done by one of two that find nothing at the same moment', async () => {
    const database = await open();
    await emptySchema(database);
    await Promise.all([migrate(database), migrate(database)]);
    const [row] = await database.query<{ applied: number }>('select count(*) as applied from migration');
    assert.equal(row?.applied, migrationNames().length);
  });

  it('is all or nothing', async () => {
    const database = await open();
    await emptySchema(database);
    // In the way of the second migration, when the first has been applied.
    await database.query('create table organisation (in_the_way text)');
    await assert.rejects(migrate(database), /already exists/);
    const tables = await database.query("select tablename from pg_tables where schemaname = 'public'");
    assert.deepEqual(tables, [{ tablename: 'organisation' }]);
    await database.query('drop table organisation');
    await migrate(database);
    assert.deepEqual(await database.query('select 1 from person'), []);
  });
});

forEachDatabase('reading from the database', (open) => {
  it('gives days as text, times as dates and counts as numbers, the same in both homes', async () => {
    const database = await open();
    const [row] = await database.query(
      `select '2026-11-21'::date as day, '2026-11-21T10:00:00Z'::timestamptz as moment, 5000000000::bigint as big,
         array['a', 'b'] as list, '{"a": 1}'::jsonb as json, null::date as nothing, $1::text as given`,
      ['x'],
    );
    assert.deepEqual(row, {
      day: '2026-11-21',
      moment: new Date('2026-11-21T10:00:00Z'),
      big: 5_000_000_000,
      list: ['a', 'b'],
      json: { a: 1 },
      nothing: null,
      given: 'x',
    });
  });

  it('undoes all of a transaction that fails', async () => {
    const database = await open();
    const insert = "insert into organisation (ods_code, name, is_nas) values ('A1', 'One', true)";
    await assert.rejects(
      database.transaction(async (transaction) => {
        await transaction.query(insert);
        throw new Error('stop');
      }),
      /stop/,
    );
    assert.deepEqual(await database.query('select 1 from organisation'), []);
    await database.query(insert);
  });
});

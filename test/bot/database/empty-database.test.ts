import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmptyDatabase } from '../../../bot/database/empty-database.ts';
import { migrationNames } from '../../../bot/database/migrate.ts';
import { openDatabase } from '../../../bot/database/open-database.ts';

describe('a new data folder', () => {
  let place: string;
  let made: string[];
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'empty-database-'));
    made = [];
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const make = async (folder: string) => {
    made.push(folder);
    mkdirSync(folder);
    writeFileSync(join(folder, 'PG_VERSION'), '18');
  };
  const copy = (name: string) => copyEmptyDatabase(join(place, name), { make, keptIn: join(place, 'kept') });

  it('is copied from one that was made before', async () => {
    await copy('first');
    await copy('second');
    assert.equal(made.length, 1);
    assert.equal(readFileSync(join(place, 'second', 'PG_VERSION'), 'utf8'), '18');
    assert.deepEqual(readdirSync(place).sort(), ['first', 'kept', 'second'], 'nothing half done is left');
  });

  it('is left as it is when there is a database in it', async () => {
    mkdirSync(join(place, 'mine'));
    await copy('mine');
    assert.deepEqual([made.length, readdirSync(join(place, 'mine')).length], [0, 0]);
  });

  it('is left to the database when nothing can be kept, or making one fails', async () => {
    writeFileSync(join(place, 'kept'), 'a file, so no folder can be made of it');
    await copy('first');
    rmSync(join(place, 'kept'));
    const fails = async (folder: string) => {
      mkdirSync(folder);
      throw new Error('half made');
    };
    await copyEmptyDatabase(join(place, 'first'), { make: fails, keptIn: join(place, 'kept') });
    assert.deepEqual(readdirSync(join(place, 'kept')), []);
    assert.deepEqual(readdirSync(place), ['kept']);
  });

  it('has its tables, and a life of its own', async () => {
    const names = async (folder: string) => {
      const database = await openDatabase({ dataFolder: join(place, folder) });
      try {
        await database.query(`insert into organisation (ods_code, name, is_nas) values ($1, 'One', true)`, [
          folder,
        ]);
        const migrations = await database.query<{ name: string }>('select name from migration order by name');
        assert.deepEqual(
          migrations.map(({ name }) => name),
          migrationNames(),
        );
        return await database.query<{ code: string }>('select ods_code as code from organisation');
      } finally {
        await database.close();
      }
    };
    assert.deepEqual(await names('A1'), [{ code: 'A1' }]);
    assert.deepEqual(await names('B2'), [{ code: 'B2' }]);
  });
});

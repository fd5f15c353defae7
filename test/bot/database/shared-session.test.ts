import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';

describe('a command beside the running service', () => {
  let folder: string;
  let service: OpenDatabase;
  let command: OpenDatabase;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shared-session-'));
    service = await openDatabase({ dataFolder: folder });
    command = await openDatabase({ dataFolder: folder });
    await service.run('create table note (words text)');
  });
  after(async () => {
    await command.close();
    await service.close();
    await rm(folder, { recursive: true });
  });

  const words = async () =>
    (await service.query<{ words: string }>('select words from note order by words')).map((row) => row.words);

  it('takes nothing of the service with it when its transaction is undone', async () => {
    let undo = () => {};
    const decided = new Promise<void>((done) => {
      undo = done;
    });
    let begun = () => {};
    const started = new Promise<void>((done) => {
      begun = done;
    });
    const undone = command.transaction(async (transaction) => {
      await transaction.query('insert into note values ($1)', ['of the command']);
      begun();
      await decided;
      throw new Error('undo');
    });
    await started;
    const written = service.query('insert into note values ($1)', ['of the service']);
    undo();
    await assert.rejects(undone, /undo/);
    await written;
    assert.deepEqual(await words(), ['of the service']);
  });

  it('writes hundreds of rows while the service writes hundreds, and all are there', async () => {
    await service.run('delete from note');
    const write = async (database: OpenDatabase, who: string) => {
      for (let row = 0; row < 200; row++)
        await database.query('insert into note values ($1)', [`${who} ${row}`]);
    };
    await Promise.all([write(service, 'service'), write(command, 'command')]);
    assert.equal((await words()).length, 400);
  });
});

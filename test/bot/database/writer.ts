/** A process of its own that opens a data folder and adds organisations; each is told once the database has it. */
import { openDatabase } from '../../../bot/database/open-database.ts';

const [folder = '', prefix = '', count = '0'] = process.argv.slice(2);
const database = await openDatabase({ dataFolder: folder });
console.log(database.home);
for (let at = 0; at < Number(count); at++) {
  const code = `${prefix}-${at}`;
  await database.query('insert into organisation (ods_code, name, is_nas) values ($1, $1, true)', [code]);
  console.log(code);
  // A loop of awaited queries alone would leave no time to write the line out.
  await new Promise((done) => setImmediate(done));
}
await database.close();

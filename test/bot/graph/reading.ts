/** A process that reads Graph and can be killed: the data folder and Graph's address are its arguments. */
import { openDatabase } from '../../../bot/database/open-database.ts';
import { createGraphClient } from '../../../bot/graph/graph-client.ts';
import { organisationRule } from '../../../bot/graph/organisation-of.ts';
import { readDirectory } from '../../../bot/graph/read-directory.ts';

const [dataFolder = '', url = ''] = process.argv.slice(2);
const database = await openDatabase({ dataFolder });
await readDirectory({
  database,
  client: createGraphClient({ url, credential: undefined, wait: async () => {} }),
  url,
  organisation: organisationRule('companyName', undefined),
  timeZone: 'Europe/London',
  clock: () => new Date('2026-11-21T10:00:00Z'),
});

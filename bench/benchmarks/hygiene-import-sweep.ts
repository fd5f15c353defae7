/** How long a report of everybody takes from the file to the flags, beside what PostgreSQL itself needs for the file. */
import { type Benchmark, compare } from '../benchmark.ts';
import { ALL_ACCOUNTS, bringIn, inWords, TODAY } from '../hygiene/bring-in.ts';
import { copyAlone } from '../hygiene/own-copy.ts';
import { withPortalFiles } from '../hygiene/portal-file.ts';
import { withDatabase } from '../hygiene/with-database.ts';

const target = { atMost: 3 };

export const benchmark: Benchmark = {
  name: 'hygiene-import-sweep',
  unit: 's',
  target,
  about:
    'importing a report of all accounts on PostgreSQL and sweeping them, over PostgreSQL’s own COPY of the same file into a table of the same columns, keys and indexes',
  onlyWhenNamed: true,
  run: ({ accounts = ALL_ACCOUNTS }) =>
    withPortalFiles(accounts, TODAY, (first) =>
      withDatabase(async (database, url) => {
        const copied = await copyAlone(url, first.path, 'keys');
        const bare = await copyAlone(url, first.path, 'bare');
        const seconds = await bringIn(database, first, TODAY);
        const note = `${accounts.toLocaleString('en-GB')} accounts in ${first.organisations.toLocaleString('en-GB')} organisations: ${inWords(seconds)}. COPY without keys and indexes: ${bare.toFixed(1)} s`;
        return { ...compare(seconds.all, copied, target), note };
      }),
    ),
};

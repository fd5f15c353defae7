/** Whether the next day's report costs what has changed, and not what there is. */
import { type Benchmark, compare } from '../benchmark.ts';
import { ALL_ACCOUNTS, bringIn, inWords, TODAY } from '../hygiene/bring-in.ts';
import { withPortalFiles } from '../hygiene/portal-file.ts';
import { withDatabase } from '../hygiene/with-database.ts';

const target = { atMost: 0.5 };

export const benchmark: Benchmark = {
  name: 'hygiene-delta',
  unit: 's',
  target,
  about: 'importing and sweeping the next day’s report, in which 1% has changed, over the first one',
  onlyWhenNamed: true,
  run: ({ accounts = ALL_ACCOUNTS }) =>
    withPortalFiles(accounts, TODAY, (first, next) =>
      withDatabase(async (database) => {
        const whole = await bringIn(database, first, TODAY);
        const changed = await bringIn(database, next, TODAY);
        const note = `${accounts.toLocaleString('en-GB')} accounts. First: ${inWords(whole)}. Next: ${inWords(changed)}`;
        return { ...compare(changed.all, whole.all, target), note };
      }),
    ),
};

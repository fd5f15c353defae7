import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { addDays } from '../../hygiene/day.ts';
import { dailySweep, sweepNewReports } from '../../hygiene/sweep-due.ts';
import { forEachDatabase } from '../support/databases.ts';
import { addOrganisations, addReport, NOW, RULES_2022, TODAY, unusedFor } from './sample-accounts.ts';

const question = { profile: RULES_2022, day: TODAY, now: NOW };
const OLD = addDays(TODAY, -RULES_2022.reportMaxAgeDays - 1);

async function prepare(database: Database): Promise<void> {
  await addOrganisations(database);
  await addReport(database, TODAY, [unusedFor(20, { address: 'ann@example.org' })]);
  await addReport(database, OLD, [
    unusedFor(20, { address: 'bob@example.org', odsCode: 'X1', isNas: false }),
  ]);
}
const flagged = async (database: Database) =>
  (
    await database.query<{ address: string }>(
      'select address from flag where cleared_on is null order by address',
    )
  ).map(({ address }) => address);

forEachDatabase('the sweep of the day', (open) => {
  it('flags nobody by a report that is too old, and says how many organisations it left out', async () => {
    const database = await open();
    await prepare(database);
    const { accounts, flagged: opened, skipped } = await dailySweep(database, question);
    assert.deepEqual([accounts, opened, skipped], [1, 1, 1]);
    assert.deepEqual(await flagged(database), ['ann@example.org']);
    assert.deepEqual(await database.query('select accounts, skipped from sweep'), [
      { accounts: 1, skipped: 1 },
    ]);
  });

  it('leaves the flags of an organisation as they are when its report has become too old', async () => {
    const database = await open();
    await prepare(database);
    await dailySweep(database, question);
    const day = addDays(TODAY, RULES_2022.reportMaxAgeDays + 1);
    const { skipped, cleared } = await dailySweep(database, { ...question, day });
    assert.deepEqual([skipped, cleared], [2, 0]);
    assert.deepEqual(await flagged(database), ['ann@example.org']);
  });

  it('opens each flag once when two replicas sweep at the same moment', async () => {
    const database = await open();
    await prepare(database);
    const results = await Promise.all([1, 2, 3].map(() => dailySweep(database, question)));
    assert.equal(
      results.reduce((sum, { flagged: each }) => sum + each, 0),
      1,
    );
    assert.equal((await flagged(database)).length, 1);
  });

  it('need not be waited for after a new report: that is looked at once, soon', async () => {
    const database = await open();
    await prepare(database);
    assert.equal(await sweepNewReports(database, question), 1);
    assert.equal(await sweepNewReports(database, question), 0);
    await addReport(database, TODAY, [unusedFor(0, { address: 'ann@example.org' })]);
    assert.equal(await sweepNewReports(database, question), 1);
    assert.deepEqual(await flagged(database), []);
  });
});

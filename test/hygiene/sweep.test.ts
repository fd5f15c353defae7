import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { addDays, type Day } from '../../hygiene/day.ts';
import { sweep } from '../../hygiene/sweep.ts';
import { forEachDatabase } from '../support/databases.ts';
import { addOrganisations, addReport, DECK, NOW, RULES_2022, TODAY, unusedFor } from './sample-accounts.ts';

const tomorrow = addDays(TODAY, 1);
const ann = (days: number, odsCode = 'N1') =>
  unusedFor(days, { address: 'ann@example.org', displayName: 'Ann', odsCode });
const bob = (days: number) => unusedFor(days, { address: 'bob@example.org', odsCode: 'X1', isNas: false });

interface Flag {
  address: string;
  stage: string;
  happensOn: Day;
  flaggedOn: Day;
  clearedOn: Day | null;
  clearedAs: string | null;
}
const flags = (database: Database) =>
  database.query<Flag>(
    `select address, stage, happens_on as "happensOn", flagged_on as "flaggedOn", cleared_on as "clearedOn",
       cleared_as as "clearedAs" from flag order by flag_id`,
  );

forEachDatabase('a sweep', (open) => {
  const sweepOn = async (database: Database, day: Day, odsCodes?: string[]) =>
    sweep(database, { profile: RULES_2022, day, now: NOW, ...(odsCodes && { odsCodes }) });

  it('flags who is about to lose an account, once', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [ann(20), bob(2), unusedFor(70)]);
    const first = await sweepOn(database, TODAY);
    assert.deepEqual(first, { accounts: 3, flagged: 2, changed: 0, cleared: 0, open: 2 });
    const again = await sweepOn(database, TODAY);
    assert.deepEqual(again, { accounts: 3, flagged: 0, changed: 0, cleared: 0, open: 2 });
    const [flag] = (await flags(database)).filter(({ address }) => address === 'ann@example.org');
    assert.deepEqual(
      [flag?.stage, flag?.happensOn, flag?.flaggedOn, flag?.clearedOn],
      ['due', addDays(TODAY, 10), TODAY, null],
    );
    const days = await database.query('select profile, accounts, flagged, cleared from sweep');
    assert.deepEqual(days, [{ profile: 'nhsmail-2022', accounts: 3, flagged: 2, cleared: 0 }]);
  });

  it('follows an account from due to inactive in the same flag, and clears it when the account is used again', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [ann(29)]);
    await sweepOn(database, TODAY);
    assert.equal((await sweepOn(database, tomorrow)).changed, 1);
    await addReport(database, tomorrow, [ann(-1)]);
    assert.equal((await sweepOn(database, tomorrow)).cleared, 1);
    const [flag, ...others] = await flags(database);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [flag?.stage, flag?.flaggedOn, flag?.clearedOn, flag?.clearedAs],
      ['inactive', TODAY, tomorrow, 'active'],
    );
  });

  it('says that an account is gone when nothing names it any more', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [ann(29)]);
    await sweepOn(database, TODAY);
    await database.query('delete from account');
    await sweepOn(database, tomorrow);
    assert.deepEqual(
      (await flags(database)).map(({ clearedOn, clearedAs }) => [clearedOn, clearedAs]),
      [[tomorrow, 'gone']],
    );
  });

  it('of one organisation leaves the flags of others alone', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [ann(20), bob(20)]);
    await sweepOn(database, TODAY);
    await addReport(database, TODAY, [ann(0), bob(0)]);
    assert.deepEqual(await sweepOn(database, TODAY, ['N1']), {
      accounts: 1,
      flagged: 0,
      changed: 0,
      cleared: 1,
      open: 0,
    });
    assert.deepEqual(
      (await flags(database)).map(({ address, clearedOn }) => [address, clearedOn]),
      [
        ['ann@example.org', TODAY],
        ['bob@example.org', null],
      ],
    );
  });

  it('keeps the flags of another profile', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [ann(20)]);
    await sweepOn(database, TODAY);
    await sweep(database, { profile: DECK, day: TODAY, now: NOW });
    assert.equal((await flags(database)).filter(({ clearedOn }) => clearedOn === null).length, 1);
  });
});

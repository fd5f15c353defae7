import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from '../../bot/demo/demonstration-data.ts';
import type { Database } from '../../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account } from '../../hygiene/account.ts';
import type { Day } from '../../hygiene/day.ts';
import { addDays } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { type Stage, stageOf } from '../../hygiene/stage-of.ts';
import { stageSql, usedLatelySql } from '../../hygiene/stage-sql.ts';
import { FLAGGED_STAGES } from '../../hygiene/sweep.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addOrganisations,
  addReport,
  edgeAccounts,
  NOW,
  PROFILES,
  someAccount,
  TODAY,
} from './sample-accounts.ts';

type Staged = Account & { stage: Stage; happensOn: Day | null };

async function disagreements(database: Database, profile: LifecycleProfile, day: Day) {
  const rows = await database.query<Staged>(
    `select ${ACCOUNT_COLUMNS}, stage, happens_on as "happensOn" from ${stageSql(profile, '$1::date')} staged`,
    [day],
  );
  assert.ok(rows.length > 0);
  return rows.flatMap(({ stage, happensOn, ...account }) => {
    const place = stageOf(account, profile, day);
    const same = place.stage === stage && (place.happensOn ?? null) === happensOn;
    return same ? [] : [{ account, sql: { stage, happensOn }, place }];
  });
}

/** Accounts that a sweep would pass over although they are to be flagged. */
function passedOver(database: Database, profile: LifecycleProfile, day: Day): Promise<Staged[]> {
  return database.query<Staged>(
    `select ${ACCOUNT_COLUMNS}, stage from ${stageSql(profile, '$1::date')} staged
     where ${usedLatelySql(profile, '$1::date')} and stage = any($2::text[])`,
    [day, FLAGGED_STAGES],
  );
}

forEachDatabase('the stage in SQL', (open) => {
  for (const profile of PROFILES) {
    it(`agrees with the pure function on every demonstration account under ${profile.id}`, async () => {
      const database = await open();
      await loadDemonstration(database, { now: NOW, ...DEMONSTRATION_PEOPLE });
      for (const later of [0, 1, 12, 45, 400]) {
        assert.deepEqual(await disagreements(database, profile, addDays(TODAY, later)), []);
      }
    });

    it(`agrees with the pure function where days fall on the edges of ${profile.id}`, async () => {
      const database = await open();
      await addOrganisations(database);
      const accounts = edgeAccounts.map((account, at) => ({ ...account, address: `${at}@example.org` }));
      await addReport(database, TODAY, accounts);
      assert.deepEqual((await disagreements(database, profile, TODAY)).slice(0, 3), []);
      assert.deepEqual((await passedOver(database, profile, TODAY)).slice(0, 3), []);
    });

    it(`agrees with the pure function on generated accounts under ${profile.id}`, async () => {
      const database = await open();
      await addOrganisations(database);
      const seed = Date.now();
      const generated = fc.sample(someAccount, { seed, numRuns: 5000 });
      const byAddress = new Map(generated.map((account) => [account.address, account]));
      const ofOrganisation = (code: string) =>
        [...byAddress.values()].filter(({ odsCode }) => odsCode === code);
      await addReport(database, addDays(TODAY, -6), ofOrganisation('N1'));
      await addReport(database, TODAY, ofOrganisation('X1'));
      for (const later of [0, 1, 7, 24, 30, 54, 60, 174, 180]) {
        const found = await disagreements(database, profile, addDays(TODAY, later));
        assert.deepEqual(
          found.slice(0, 3),
          [],
          `${found.length} disagree after ${later} days, with seed ${seed}`,
        );
        const missed = await passedOver(database, profile, addDays(TODAY, later));
        assert.deepEqual(missed.slice(0, 3), [], `after ${later} days, with seed ${seed}`);
      }
    });
  }
});

import assert from 'node:assert/strict';
import { claimDue } from '../../delivery/claim.ts';
import { DOCUMENTED_LIMITS } from '../../delivery/conversation-limits.ts';
import type { Database } from '../../delivery/database.ts';
import { owe } from '../../delivery/ledger.ts';
import { addDays } from '../../hygiene/day.ts';
import { endWarnings } from '../../hygiene/end-warnings.ts';
import { recordSeen } from '../../hygiene/seen.ts';
import { sweepNewReports } from '../../hygiene/sweep-due.ts';
import { deliver, delivered, handClock } from '../delivery/sample-delivery.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addOrganisations,
  addPerson,
  addReport,
  DECK,
  NOW,
  PROFILES,
  RULES_2022,
  TODAY,
  unusedFor,
} from './sample-accounts.ts';

const timeZone = 'Europe/London';
const address = 'ann@example.org';
const ann = (days: number) => unusedFor(days, { address, displayName: 'Ann', status: null });

/** Ann was warned on screen, and another warning is to come. Bob was warned too, and nothing changes for him. */
async function prepare(database: Database, profile = DECK): Promise<void> {
  await addOrganisations(database);
  const unused = profile === DECK ? 175 : 25;
  await addReport(database, TODAY, [
    ann(unused),
    unusedFor(unused, { address: 'bob@example.org', status: null }),
  ]);
  const person = await addPerson(database, address, { aadObjectId: 'ann' });
  await sweepNewReports(database, { profile, day: TODAY, now: NOW });
  for (const [who, point] of [
    [address, 14],
    [address, 7],
    ['bob@example.org', 14],
  ] as const) {
    await owe(
      database,
      {
        reasonKey: `inactivity-warning:${profile.id}:${who}:2026-11-26:${point}`,
        kind: 'inactivity-warning',
        to: person,
        content: { reportDate: TODAY },
        notBefore: NOW,
        organisation: 'N1',
      },
      NOW,
    );
  }
  await database.query(
    `update owed_message set state = 'sent', activity_id = 'shown' where reason_key like '%:14'`,
  );
}

const end = (database: Database) => endWarnings(database, { profiles: PROFILES, timeZone, now: NOW });
const states = async (database: Database) =>
  (
    await database.query<{ state: string; ended: boolean }>(
      `select state, ended_at is not null as ended from owed_message order by owed_id`,
    )
  ).map(({ state, ended }) => `${state}${ended ? ', over' : ''}`);
const updates = (database: Database) =>
  database.query<{ owedId: number; content: Record<string, unknown> }>(
    'select owed_id as "owedId", content from card_update order by owed_id',
  );

forEachDatabase('warnings of an account that is in use again', (open) => {
  it('stay while nothing has changed', async () => {
    const database = await open();
    await prepare(database);
    assert.equal(await end(database), 0);
    assert.deepEqual(await states(database), ['sent', 'planned', 'sent']);
  });

  it('are over after a report that says so: later ones do not come, the card on screen is changed once', async () => {
    const database = await open();
    await prepare(database);
    const tomorrow = addDays(TODAY, 1);
    await addReport(database, tomorrow, [
      ann(0),
      unusedFor(175, { address: 'bob@example.org', status: null }),
    ]);
    await sweepNewReports(database, { profile: DECK, day: tomorrow, now: NOW });
    const both = await Promise.all([end(database), end(database)]);
    assert.ok(both.includes(2), `${both}`);
    assert.equal(await end(database), 0);
    assert.deepEqual(await states(database), ['sent, over', 'cancelled, over', 'sent']);
    assert.deepEqual(await updates(database), [
      { owedId: 1, content: { because: 'in-use', reportDate: tomorrow } },
    ]);
  });

  it('are never at the same moment over and on their way (PostgreSQL: more than one connection)', async function () {
    const database = await open();
    if (database.home !== 'postgres') this.skip();
    await prepare(database);
    const tomorrow = addDays(TODAY, 1);
    await addReport(database, tomorrow, [ann(0)]);
    await sweepNewReports(database, { profile: DECK, day: tomorrow, now: NOW });
    const take = async () => {
      const turns = [{ urgency: 1, organisation: 'N1', wanted: 1 }];
      const question = { tenantId: 'tenant', now: NOW, turns, limits: DOCUMENTED_LIMITS };
      return (await claimDue(database, question)).messages;
    };
    let taken = 0;
    /** Somebody takes the next warning at the worst moment: when it has just been read what is over. */
    const interrupted: Database = {
      query: database.query,
      transaction: (work) =>
        database.transaction((transaction) =>
          work({
            ...transaction,
            async query<Row>(sql: string, parameters?: readonly unknown[]) {
              const rows = await transaction.query<Row>(sql, parameters);
              if (/^\s*select/.test(sql)) taken += (await take()).length;
              return rows;
            },
          }),
        ),
    };
    await end(interrupted);
    assert.equal(taken, 0);
    assert.deepEqual(await states(database), ['sent, over', 'cancelled, over', 'sent']);
    assert.deepEqual(
      (await updates(database)).map(({ owedId }) => owedId),
      [1],
    );
  });

  it('are over once they have arrived, when they were on their way', async () => {
    const database = await open();
    await prepare(database);
    const tomorrow = addDays(TODAY, 1);
    await addReport(database, tomorrow, [ann(0)]);
    await sweepNewReports(database, { profile: DECK, day: tomorrow, now: NOW });
    const onItsWay: string[][] = [];
    await deliver(database, handClock(), async (message) => {
      await end(database);
      onItsWay.push(await states(database));
      return delivered(message);
    });
    assert.deepEqual(onItsWay, [['sent, over', 'sending', 'sent']]);
    await end(database);
    assert.deepEqual(await states(database), ['sent, over', 'sent, over', 'sent']);
    assert.deepEqual(
      (await updates(database)).map(({ owedId }) => owedId),
      [1, 2],
    );
  });

  it('are over without a change of a card that is months old', async () => {
    const database = await open();
    await prepare(database);
    await database.query(`update owed_message set changed_at = changed_at - interval '61 days'`);
    const tomorrow = addDays(TODAY, 1);
    await addReport(database, tomorrow, [ann(0)]);
    await sweepNewReports(database, { profile: DECK, day: tomorrow, now: NOW });
    assert.equal(await end(database), 2);
    assert.deepEqual(await updates(database), []);
  });

  it('are over when the person is met in Teams, where the rule counts that as use', async () => {
    const database = await open();
    await prepare(database, RULES_2022);
    await recordSeen(database, [{ tenantId: 'tenant', aadObjectId: 'ann' }], TODAY);
    assert.equal(await end(database), 2);
    assert.deepEqual(
      (await updates(database)).map(({ content }) => content),
      [{ because: 'seen', seenOn: TODAY, year: 2022 }],
    );
  });

  it('are not over by being in Teams where the rule does not say that it counts', async () => {
    const database = await open();
    await prepare(database);
    await recordSeen(database, [{ tenantId: 'tenant', aadObjectId: 'ann' }], TODAY);
    assert.equal(await end(database), 0);
  });

  it('are over when the account is gone, without a word that it is in use', async () => {
    const database = await open();
    await prepare(database);
    await database.query('delete from account where address = $1', [address]);
    await database.query('update organisation_report set swept_report = null');
    await sweepNewReports(database, { profile: DECK, day: TODAY, now: NOW });
    assert.equal(await end(database), 2);
    assert.deepEqual(
      (await updates(database)).map(({ content }) => content),
      [{ because: 'other' }],
    );
  });
});

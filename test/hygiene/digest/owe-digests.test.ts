import assert from 'node:assert/strict';
import { revokeAccess } from '../../../access/revoke.ts';
import type { Database } from '../../../delivery/database.ts';
import { momentIn } from '../../../delivery/moment-in.ts';
import { addDays, type Day } from '../../../hygiene/day.ts';
import type { Digest } from '../../../hygiene/digest/digest.ts';
import { chooseDigest } from '../../../hygiene/digest/digest-choice.ts';
import { oweDigests } from '../../../hygiene/digest/owe-digests.ts';
import { deliver, delivered, handClock, START } from '../../delivery/sample-delivery.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { addOrganisations, addPerson, addReport, DECK, grant, unusedFor } from '../sample-accounts.ts';

const timeZone = 'Europe/London';
/** A Monday. */
const MONDAY: Day = '2026-11-23';
const at = (day: Day, hour: number) => momentIn(timeZone, day, hour);
const times = { every: 'day', weekday: 1, quietFrom: 18, quietUntil: 8, timeZone: undefined } as const;

/** Alex administers N1, Yan X1. Ann is due on 3 December, Bob on the 27th of November and not in Teams. */
async function prepare(database: Database) {
  await addOrganisations(database);
  await addReport(database, '2026-11-22', [
    unusedFor(168, { address: 'ann@example.org', displayName: 'Ann' }),
    unusedFor(174, { address: 'bob@example.org', displayName: 'Bob' }),
    unusedFor(20, { address: 'cat@example.org', displayName: 'Cat' }),
    unusedFor(168, { address: 'xia@example.org', displayName: 'Xia', odsCode: 'X1' }),
  ]);
  const [alex, yan, ann, xia] = await Promise.all(
    ['alex', 'yan', 'ann', 'xia'].map((name) =>
      addPerson(database, `${name}@example.org`, { aadObjectId: name }),
    ),
  );
  if (!alex || !yan || !ann || !xia) throw new Error('Somebody is missing.');
  await grant(database, alex, 'N1');
  await grant(database, yan, 'X1');
  await chooseDigest(database, alex, times, at('2026-11-20', 9));
  return { alex, yan, ann, xia };
}

async function owe(database: Database, now: Date): Promise<number> {
  const { owed, faults } = await oweDigests(database, { profile: DECK, timeZone, now });
  assert.deepEqual(faults, []);
  return owed;
}
const digests = async (database: Database) =>
  (
    await database.query<{ who: string; content: Digest }>(
      `select aad_object_id as who, content from owed_message where kind = 'digest' order by owed_id`,
    )
  ).map(({ who, content }) => ({ who, ...content }));

async function warned(
  database: Database,
  to: { tenantId: string; aadObjectId: string },
  address: string,
  point: number,
  { state = 'sent', failure = null as string | null, odsCode = 'N1', on = at('2026-11-20', 9) } = {},
) {
  await database.query(
    `insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, state, attempts, activity_id,
       failure, organisation, not_before, planned_at, changed_at)
     values ($1, 'inactivity-warning', $2, $3, '{}', $4, 1, 'shown', $5, $6, $7, $7, $7)`,
    [
      `inactivity-warning:deck-2020:${address}:2026-12-03:${point}`,
      to.tenantId,
      to.aadObjectId,
      state,
      failure,
      odsCode,
      on,
    ],
  );
}

forEachDatabase('digests', (open) => {
  it('say how accounts stand, and are about what the administrator looks after and nothing else', async () => {
    const database = await open();
    await prepare(database);
    assert.equal(await owe(database, at(MONDAY, 8)), 1);
    const [digest, ...others] = await digests(database);
    assert.deepEqual(others, []);
    assert.deepEqual([digest?.who, digest?.day, digest?.organisations], ['alex', MONDAY, ['North (N1)']]);
    assert.deepEqual([digest?.counts.due, digest?.counts.active, digest?.before], [2, 1, null]);
    assert.deepEqual(
      digest?.soonest.map(({ name, date }) => [name, date]),
      [
        ['Bob', '2026-11-27'],
        ['Ann', '2026-12-03'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(digest), /Xia|xia@|X1/);
  });

  it('come once a day, however often and by how many replicas it is looked', async () => {
    const database = await open();
    await prepare(database);
    await Promise.all([1, 2, 3].map(() => owe(database, at(MONDAY, 9))));
    await owe(database, at(MONDAY, 15));
    assert.equal((await digests(database)).length, 1);
    await owe(database, at(addDays(MONDAY, 1), 9));
    await owe(database, at(addDays(MONDAY, 5), 9));
    assert.deepEqual(
      (await digests(database)).map(({ day }) => day),
      [MONDAY, addDays(MONDAY, 1), addDays(MONDAY, 5)],
    );
  });

  it('say what has changed since the last one that arrived', async () => {
    const database = await open();
    await prepare(database);
    await owe(database, at(MONDAY, 9));
    const clock = handClock();
    clock.forward(at(MONDAY, 9).getTime() - START.getTime());
    await deliver(database, clock, delivered);
    await addReport(database, addDays(MONDAY, 1), [unusedFor(-2, { address: 'ann@example.org' })]);
    await owe(database, at(addDays(MONDAY, 1), 9));
    const [, second] = await digests(database);
    assert.deepEqual([second?.before?.due, second?.counts.due], [2, 1]);
  });

  it('name whom no warning has reached, and why: only the administrator’s own', async () => {
    const database = await open();
    const { ann, xia } = await prepare(database);
    const why = { state: 'failed', failure: 'They have blocked the assistant in Teams.' };
    await warned(database, ann, 'ann@example.org', 14, why);
    await warned(database, xia, 'xia@example.org', 14, { ...why, odsCode: 'X1' });
    await database.query(
      `insert into automatic_warnings (ods_code, is_on, tenant_id, turned_on_by, turned_on_at, profile)
       values ('N1', true, 'tenant', 'alex', $1, 'deck-2020')`,
      [at('2026-11-20', 9)],
    );
    await owe(database, at(MONDAY, 9));
    const [digest] = await digests(database);
    assert.deepEqual(digest?.notReached, [
      { name: 'Ann', address: 'ann@example.org', reason: 'They have blocked the assistant in Teams.' },
      { name: 'Bob', address: 'bob@example.org', reason: 'They have not added the assistant in Teams.' },
    ]);
    assert.equal(digest?.notReachedCount, 2);
  });

  it('name who has not answered by the next warning point, and not before', async () => {
    const database = await open();
    const { ann, xia } = await prepare(database);
    await warned(database, ann, 'ann@example.org', 14);
    await warned(database, xia, 'xia@example.org', 14, { odsCode: 'X1' });
    await owe(database, at(MONDAY, 9));
    // Ten days are left on Monday, and seven on Thursday.
    await owe(database, at(addDays(MONDAY, 3), 9));
    const [early, late] = await digests(database);
    assert.deepEqual([early?.unansweredCount, late?.unansweredCount], [0, 1]);
    assert.equal(early?.arrived, 1);
    assert.deepEqual(late?.unanswered, [
      { name: 'Ann', address: 'ann@example.org', happensOn: '2026-12-03' },
    ]);
    await database.query(
      `insert into warning_reply (owed_id, answer, tenant_id, aad_object_id, replied_at)
       select owed_id, 'still-here', tenant_id, aad_object_id, $1 from owed_message where kind = 'inactivity-warning'`,
      [at(addDays(MONDAY, 3), 10)],
    );
    await owe(database, at(addDays(MONDAY, 4), 9));
    assert.equal((await digests(database))[2]?.unansweredCount, 0);
  });

  it('come on Mondays to an administrator who has chosen nothing, once warnings go out by themselves', async () => {
    const database = await open();
    await prepare(database);
    await database.query('delete from digest_choice');
    assert.equal(await owe(database, at(MONDAY, 9)), 0);
    await database.query(
      `insert into automatic_warnings (ods_code, is_on, tenant_id, turned_on_by, turned_on_at, profile)
       values ('X1', true, 'tenant', 'yan', $1, 'deck-2020')`,
      [at(MONDAY, 9)],
    );
    assert.equal(await owe(database, at(addDays(MONDAY, 1), 9)), 0);
    assert.equal(await owe(database, at(addDays(MONDAY, 7), 9)), 1);
    assert.deepEqual(
      (await digests(database)).map(({ who }) => who),
      ['yan'],
    );
  });

  it('do not go to somebody whose access has ended, to a guest, or to somebody who wants none', async () => {
    const database = await open();
    const { alex, yan } = await prepare(database);
    await chooseDigest(database, yan, { ...times, every: 'off' }, at('2026-11-20', 9));
    await database.query(`update administrator set expires_at = $1 where aad_object_id = 'alex'`, [
      at(MONDAY, 8),
    ]);
    assert.equal(await owe(database, at(MONDAY, 9)), 0);
    await database.query('update administrator set expires_at = null');
    await database.query(`update person set is_guest = true where aad_object_id = $1`, [alex.aadObjectId]);
    assert.equal(await owe(database, at(MONDAY, 9)), 0);
  });

  it('come to the others when one cannot be made', async () => {
    const database = await open();
    const { yan } = await prepare(database);
    await chooseDigest(database, yan, times, at('2026-11-20', 9));
    await database.query(`update digest_choice set time_zone = 'Nowhere' where aad_object_id = 'alex'`);
    const { owed, faults } = await oweDigests(database, { profile: DECK, timeZone, now: at(MONDAY, 9) });
    assert.deepEqual([owed, faults.length], [1, 1]);
    assert.deepEqual(
      (await digests(database)).map(({ who }) => who),
      ['yan'],
    );
  });

  it('that wait are not sent once access has ended, be it by itself or because somebody ended it', async () => {
    const database = await open();
    const { alex } = await prepare(database);
    const clock = handClock();
    clock.forward(at(MONDAY, 9).getTime() - START.getTime());
    await owe(database, clock.now());
    await database.query('update administrator set expires_at = $1', [at(MONDAY, 10)]);
    clock.forward(3_600_000);
    assert.equal((await deliver(database, clock, delivered)).sent, 0);
    await database.query('update administrator set expires_at = null');
    assert.equal(await owe(database, clock.now()), 1);
    const question = { by: { commandLine: 'operator' }, from: alex, odsCodes: ['N1'], now: clock.now() };
    const { outcome } = await database.transaction((transaction) => revokeAccess(transaction, question));
    assert.equal(outcome, 'revoked');
    assert.deepEqual(await database.query(`select 1 from owed_message where state <> 'cancelled'`), []);
  });

  it('that could not leave before the quiet hours are made anew in the morning', async () => {
    const database = await open();
    await prepare(database);
    await owe(database, at(MONDAY, 17));
    const clock = handClock();
    clock.forward(at(MONDAY, 19).getTime() - START.getTime());
    assert.equal((await deliver(database, clock, delivered)).sent, 0);
    assert.equal(await owe(database, at(MONDAY, 20)), 0);
    assert.equal(await owe(database, at(addDays(MONDAY, 1), 8)), 1);
    clock.forward(at(addDays(MONDAY, 1), 8).getTime() - clock.now().getTime());
    assert.equal((await deliver(database, clock, delivered)).sent, 1);
  });
});

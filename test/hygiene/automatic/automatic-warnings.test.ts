import assert from 'node:assert/strict';
import type { Database } from '../../../delivery/database.ts';
import { momentIn } from '../../../delivery/moment-in.ts';
import type { ClaimedMessage } from '../../../delivery/owed-message.ts';
import { setWorkingHours, turnOff, turnOn } from '../../../hygiene/automatic/automatic-switch.ts';
import { viewAutomatic } from '../../../hygiene/automatic/automatic-view.ts';
import { planDue } from '../../../hygiene/automatic/plan-due.ts';
import { addDays, type Day, dayIn } from '../../../hygiene/day.ts';
import { decide, undoDecision } from '../../../hygiene/decisions.ts';
import type { LifecycleProfile } from '../../../hygiene/lifecycle-profile.ts';
import { recordSeen } from '../../../hygiene/seen.ts';
import { deliver, delivered, handClock, START } from '../../delivery/sample-delivery.ts';
import { forEachDatabase } from '../../support/databases.ts';
import {
  addOrganisations,
  addPerson,
  addReport,
  DECK,
  grant,
  RULES_2022,
  unusedFor,
} from '../sample-accounts.ts';

const timeZone = 'Europe/London';
const alex = { tenantId: 'tenant', aadObjectId: 'alex' };
const mallory = { tenantId: 'tenant', aadObjectId: 'mallory' };
/** A Friday. The sample accounts count from the day after it. */
const FRIDAY: Day = '2026-11-20';
const at = (day: Day, hour: number) => momentIn(timeZone, day, hour);
const moment = (date: Date) => date.toISOString().slice(0, 16);

/** Ann is due on 3 December, Bob on 27 November; Cat is nowhere near. Bob cannot be reached. */
async function prepare(database: Database): Promise<void> {
  await addOrganisations(database);
  await addReport(database, FRIDAY, [
    unusedFor(168, { address: 'ann@example.org', displayName: 'Ann' }),
    unusedFor(174, { address: 'bob@example.org', displayName: 'Bob' }),
    unusedFor(20, { address: 'cat@example.org', displayName: 'Cat' }),
  ]);
  await addPerson(database, 'ann@example.org', { aadObjectId: 'ann' });
  await grant(database, alex, 'N1');
  await grant(database, mallory, 'X1');
}

interface Question {
  now: Date;
  administrator: typeof alex;
  profile: LifecycleProfile;
}
const asked = (given: Partial<Question> = {}) => {
  const { now = at(FRIDAY, 8), administrator = alex, profile = DECK } = given;
  return { administrator, profile, day: dayIn(timeZone, now), now, timeZone };
};

async function dryRun(database: Database, given: Partial<Question> = {}): Promise<string> {
  const view = await viewAutomatic(database, { ...asked(given), odsCode: 'N1' });
  assert.ok(view.outcome === 'off', view.outcome);
  return view.sendId;
}

async function turnedOn(database: Database, given: Partial<Question> = {}) {
  const sendId = await dryRun(database, given);
  const result = await turnOn(database, { ...asked(given), sendId });
  assert.ok(result.outcome === 'on', result.outcome);
  return result.planned;
}

async function plan(database: Database, now: Date, profile = DECK) {
  const { faults, ...counts } = await planDue(database, { profile, timeZone, now });
  assert.deepEqual(faults, []);
  return counts;
}

interface Row {
  reasonKey: string;
  state: string;
  urgency: number;
  notBefore: Date;
  notAfter: Date | null;
}
const ledger = (database: Database) =>
  database.query<Row>(
    `select reason_key as "reasonKey", state, urgency, not_before as "notBefore", not_after as "notAfter"
     from owed_message order by owed_id`,
  );
const open = async (database: Database) =>
  (await ledger(database)).filter(({ state }) => state === 'planned').map(({ reasonKey }) => reasonKey);
const audited = async (database: Database) =>
  (
    await database.query<{ what: string }>(
      `select what from audit where what like 'warnings.%' order by audit_id`,
    )
  ).map(({ what }) => what);
const ann = (happensOn: Day, point: number) =>
  `inactivity-warning:deck-2020:ann@example.org:${happensOn}:${point}`;

forEachDatabase('automatic warnings', (opened) => {
  it('are off, and nothing is planned, until an administrator has seen a dry run and said yes', async () => {
    const database = await opened();
    await prepare(database);
    assert.deepEqual(await plan(database, at(FRIDAY, 10)), {
      organisations: 0,
      tooOld: 0,
      owed: 0,
      cancelled: 0,
    });
    await dryRun(database);
    assert.equal((await plan(database, at(FRIDAY, 10))).owed, 0);
    assert.deepEqual(await ledger(database), []);
    assert.equal((await turnedOn(database)).owed, 1);
    const [row, ...others] = await ledger(database);
    assert.deepEqual(others, []);
    assert.equal(row?.reasonKey, ann('2026-12-03', 14));
    assert.deepEqual(
      [moment(row?.notBefore as Date), moment(row?.notAfter as Date)],
      ['2026-11-20T09:00', '2026-11-20T17:00'],
    );
    assert.deepEqual(await audited(database), ['warnings.turned-on']);
  });

  it('cannot be turned on by somebody else, twice, after an hour, or after a newer report', async () => {
    const database = await opened();
    await prepare(database);
    const sendId = await dryRun(database);
    const press = async (given: Partial<Question> = {}) =>
      (await turnOn(database, { ...asked(given), sendId })).outcome;
    assert.equal(await press({ administrator: mallory }), 'not-yours');
    assert.equal(await press({ now: at(FRIDAY, 9) }), 'expired');
    assert.equal(await press({ profile: RULES_2022 }), 'expired');
    assert.equal((await turnOn(database, { ...asked(), sendId: 'anything' })).outcome, 'not-yours');
    assert.deepEqual(await Promise.all([press(), press()]).then((both) => both.sort()), ['on', 'used']);
    assert.deepEqual(await audited(database), ['warnings.turned-on']);
    await turnOff(database, { ...asked(), odsCode: 'N1' });
    const second = await dryRun(database);
    await addReport(database, addDays(FRIDAY, 1), [unusedFor(0, { address: 'dot@example.org' })]);
    assert.equal((await turnOn(database, { ...asked(), sendId: second })).outcome, 'expired');
  });

  it('cannot be turned on by an administrator whose access has ended since the dry run', async () => {
    const database = await opened();
    await prepare(database);
    const sendId = await dryRun(database);
    await database.query('delete from administrator where aad_object_id = $1', ['alex']);
    assert.equal((await turnOn(database, { ...asked(), sendId })).outcome, 'not-yours');
    assert.deepEqual(await database.query('select 1 from automatic_warnings'), []);
  });

  it('are not turned off, and hours not changed, by an administrator of another organisation', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const question = { ...asked({ administrator: mallory }), odsCode: 'N1' };
    const hours = { from: 1, until: 2, weekdays: [7] };
    assert.equal(await turnOff(database, question), undefined);
    assert.equal(await setWorkingHours(database, { ...question, hours }), undefined);
    assert.equal((await open(database)).length, 1);
    assert.equal((await viewAutomatic(database, question)).outcome, 'not-administrator');
  });

  it('stop when they are turned off, and what was planned can be owed again', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const off = await turnOff(database, { ...asked(), odsCode: 'N1' });
    assert.equal(off?.cancelled, 1);
    assert.deepEqual(await open(database), []);
    assert.equal((await plan(database, at(addDays(FRIDAY, 3), 9))).owed, 0);
    assert.equal((await turnedOn(database)).owed, 1);
    assert.deepEqual(await open(database), [ann('2026-12-03', 14)]);
  });

  it('come once for each point, however often it is planned, delivered and reported anew', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const clock = handClock();
    const sent: string[] = [];
    // Every three hours for three weeks, with the same report again each day.
    for (let step = 0; step < 21 * 8; step++) {
      const now = clock.now();
      if (step % 8 === 0) {
        await addReport(database, dayIn(timeZone, now), [unusedFor(168, { address: 'ann@example.org' })]);
      }
      await plan(database, now);
      await deliver(database, clock, (message) => {
        sent.push(`${dayIn(timeZone, clock.now())} ${message.content.daysLeft}`);
        return delivered(message);
      });
      clock.forward(now.getTime() + 3 * 3_600_000 - clock.now().getTime());
    }
    // From Saturday the 21st: the points are 14, 7, 1 and past its day. Thursday the 3rd is its day.
    assert.deepEqual(sent, ['2026-11-23 10', '2026-11-26 7', '2026-12-02 1', '2026-12-03 0']);
  });

  it('are planned once when two sweeps run at the same moment', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    await database.query(`update automatic_warnings set planned_for = null`);
    await database.query('delete from owed_message');
    const now = at(FRIDAY, 10);
    const results = await Promise.all(Array.from({ length: 6 }, () => plan(database, now)));
    assert.equal(
      results.reduce((sum, { owed }) => sum + owed, 0),
      1,
    );
    assert.equal(
      results.reduce((sum, { organisations }) => sum + organisations, 0),
      1,
    );
    assert.deepEqual(await open(database), [ann('2026-12-03', 14)]);
  });

  it('wait for Monday at the weekend, and say then how many days are left then', async () => {
    const database = await opened();
    await prepare(database);
    assert.equal((await turnedOn(database, { now: at(FRIDAY, 18) })).owed, 0);
    assert.equal((await plan(database, at(addDays(FRIDAY, 1), 9))).owed, 0);
    const monday = addDays(FRIDAY, 3);
    assert.equal((await plan(database, at(monday, 0))).owed, 1);
    const [row] = await database.query<{ days: number; notBefore: Date }>(
      `select content ->> 'daysLeft' as days, not_before as "notBefore" from owed_message`,
    );
    assert.deepEqual([Number(row?.days), moment(row?.notBefore as Date)], [10, '2026-11-23T09:00']);
  });

  it('do not wait for Monday when the account would be lost by then', async () => {
    const database = await opened();
    await prepare(database);
    // Eve's day is Sunday the 22nd, Fay's is Monday the 23rd.
    await addReport(database, FRIDAY, [
      unusedFor(179, { address: 'eve@example.org' }),
      unusedFor(178, { address: 'fay@example.org' }),
    ]);
    for (const name of ['eve', 'fay'])
      await addPerson(database, `${name}@example.org`, { aadObjectId: name });
    assert.equal((await turnedOn(database, { now: at(FRIDAY, 18) })).owed, 0);
    const saturday = addDays(FRIDAY, 1);
    assert.equal((await plan(database, at(saturday, 0))).owed, 2);
    const rows = await ledger(database);
    assert.deepEqual(
      rows.map(({ reasonKey, urgency, notBefore, notAfter }) => [
        reasonKey.split(':')[2],
        urgency,
        moment(notBefore),
        notAfter,
      ]),
      [
        ['eve@example.org', 0, '2026-11-21T09:00', null],
        ['fay@example.org', 1, '2026-11-21T09:00', null],
      ],
    );
  });

  it('go at once in the evening when tomorrow is the day', async () => {
    const database = await opened();
    await prepare(database);
    await addReport(database, FRIDAY, [unusedFor(180, { address: 'eve@example.org' })]);
    await addPerson(database, 'eve@example.org', { aadObjectId: 'eve' });
    const evening = at(FRIDAY, 18);
    assert.equal((await turnedOn(database, { now: evening })).owed, 1);
    assert.equal(moment((await ledger(database))[0]?.notBefore as Date), moment(evening));
  });

  it('that could not go out in their hours wait for the next ones, after a stop of the service', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const clock = handClock();
    clock.forward(at(FRIDAY, 20).getTime() - START.getTime());
    const none = await deliver(database, clock, delivered);
    assert.equal(none.sent, 0);
    assert.deepEqual(
      (await ledger(database)).map(({ state }) => state),
      ['cancelled'],
    );
    assert.equal((await plan(database, at(addDays(FRIDAY, 3), 1))).owed, 1);
    clock.forward(at(addDays(FRIDAY, 3), 9).getTime() - clock.now().getTime());
    assert.equal((await deliver(database, clock, delivered)).sent, 1);
  });

  it('that Teams was too busy for on Friday evening come on Monday with Monday’s words, not in the night', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const clock = handClock();
    clock.forward(at(FRIDAY, 17).getTime() - 10_000 - START.getTime());
    const busy = await deliver(database, clock, () => ({
      kind: 'throttled',
      status: 412,
      retryAfterMs: 20_000,
    }));
    assert.deepEqual([busy.retrying, busy.sent], [1, 0]);
    assert.deepEqual(
      (await ledger(database)).map(({ state }) => state),
      ['retrying'],
    );
    clock.forward(at(addDays(FRIDAY, 2), 3).getTime() - clock.now().getTime());
    const said: unknown[] = [];
    const read = (message: ClaimedMessage) => {
      said.push(message.content.daysLeft);
      return delivered(message);
    };
    await deliver(database, clock, read);
    const monday = addDays(FRIDAY, 3);
    assert.equal((await plan(database, at(monday, 1))).owed, 1);
    clock.forward(at(monday, 9).getTime() - clock.now().getTime());
    await deliver(database, clock, read);
    assert.deepEqual(said, [10]);
  });

  it('that were being tried when they were turned off come once they are on again', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const clock = handClock();
    clock.forward(at(FRIDAY, 9).getTime() - START.getTime());
    await deliver(database, clock, () => ({ kind: 'throttled', status: 412, retryAfterMs: 3_600_000 }));
    const off = await turnOff(database, { ...asked({ now: clock.now() }), odsCode: 'N1' });
    assert.equal(off?.cancelled, 1);
    assert.equal((await turnedOn(database, { now: clock.now() })).owed, 1);
    assert.equal((await deliver(database, clock, delivered)).sent, 1);
  });

  it('that may have arrived do not come a second time once they are turned off', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const clock = handClock();
    clock.forward(at(FRIDAY, 17).getTime() - 10_000 - START.getTime());
    await deliver(database, clock, () => ({ kind: 'unsure', reason: 'no answer' }));
    await turnOff(database, { ...asked({ now: clock.now() }), odsCode: 'N1' });
    assert.equal((await turnedOn(database, { now: clock.now() })).owed, 0);
  });

  it('move when the hours are changed', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const hours = { from: 13, until: 15, weekdays: [5, 6] };
    await setWorkingHours(database, { ...asked(), odsCode: 'N1', hours });
    const planned = (await ledger(database)).filter(({ state }) => state === 'planned');
    assert.deepEqual(
      planned.map(({ notBefore }) => moment(notBefore)),
      ['2026-11-20T13:00'],
    );
    assert.deepEqual(await audited(database), ['warnings.turned-on', 'warnings.hours-changed']);
  });

  it('are taken back from a person who is marked as away, and planned again when that is undone', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const { administrator, day, now } = asked();
    const decided = await decide(database, {
      administrator,
      day,
      now,
      address: 'ann@example.org',
      decision: { kind: 'absent', until: '2027-01-31', approvedBy: 'Sam Lee' },
    });
    assert.equal(decided.outcome, 'decided');
    assert.deepEqual(await plan(database, at(FRIDAY, 8)), {
      organisations: 1,
      tooOld: 0,
      owed: 0,
      cancelled: 1,
    });
    const [{ auditId = 0 } = {}] = await database.query<{ auditId: number }>(
      `select audit_id as "auditId" from audit where what = 'account.marked-absent'`,
    );
    await undoDecision(database, { administrator, day, now, address: 'ann@example.org', auditId });
    assert.equal((await plan(database, at(FRIDAY, 8))).owed, 1);
  });

  it('are not planned from a report that is too old, and what was planned is taken back', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    const later = at(addDays(FRIDAY, DECK.reportMaxAgeDays + 1), 10);
    assert.deepEqual(await plan(database, later), { organisations: 1, tooOld: 1, owed: 0, cancelled: 1 });
    const view = await viewAutomatic(database, { ...asked({ now: later }), odsCode: 'N1' });
    assert.ok(view.outcome === 'on' && view.report?.tooOld);
  });

  it('stop when another rule comes into force, until somebody has seen what it would do', async () => {
    const database = await opened();
    await prepare(database);
    await turnedOn(database);
    assert.deepEqual(await plan(database, at(addDays(FRIDAY, 3), 9), RULES_2022), {
      organisations: 1,
      tooOld: 0,
      owed: 0,
      cancelled: 1,
    });
  });

  it('wait for a newer report when the person was met in Teams, where the rule counts that as use', async () => {
    const database = await opened();
    await prepare(database);
    await addReport(database, FRIDAY, [unusedFor(25, { address: 'ann@example.org' })]);
    await recordSeen(database, [{ tenantId: 'tenant', aadObjectId: 'ann' }], FRIDAY);
    assert.equal((await turnedOn(database, { profile: RULES_2022 })).owed, 0);
    await addReport(database, addDays(FRIDAY, 3), [unusedFor(25, { address: 'ann@example.org' })]);
    assert.equal((await plan(database, at(addDays(FRIDAY, 3), 9), RULES_2022)).owed, 1);
  });

  it('are owed to a thousand people and more in one go', async () => {
    const database = await opened();
    await prepare(database);
    const names = Array.from({ length: 1100 }, (_, number) => `person-${number}@example.org`);
    await addReport(
      database,
      FRIDAY,
      names.map((address) => unusedFor(168, { address })),
    );
    await database.query(
      `insert into person (tenant_id, aad_object_id, address) select 'tenant', name, name from unnest($1::text[]) as name`,
      [names],
    );
    await database.query(
      `insert into conversation (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id)
       select 'chat:' || name, 'tenant', name, 'personal', 'https://smba.example', 'msteams', 'bot'
       from unnest($1::text[]) as name`,
      [names],
    );
    assert.equal((await turnedOn(database)).owed, 1101);
    assert.equal((await turnOff(database, { ...asked(), odsCode: 'N1' }))?.cancelled, 1101);
  });

  it('are planned in the other organisations when one cannot be planned', async () => {
    const database = await opened();
    await prepare(database);
    await database.query(`insert into organisation (ods_code, name, is_nas) values ('A1', 'Alder', true)`);
    const saturday = addDays(FRIDAY, 1);
    await addReport(database, FRIDAY, [
      unusedFor(179, { address: 'eve@example.org', odsCode: 'A1' }),
      unusedFor(179, { address: 'fay@example.org' }),
    ]);
    for (const name of ['eve', 'fay'])
      await addPerson(database, `${name}@example.org`, { aadObjectId: name });
    // A1 comes first, and its hours are on no day of the week.
    await database.query(
      `insert into automatic_warnings (ods_code, is_on, tenant_id, turned_on_by, turned_on_at, profile, weekdays)
       values ('A1', true, 'tenant', 'amy', $1, 'deck-2020', '{8}'), ('N1', true, 'tenant', 'alex', $1, 'deck-2020', '{1}')`,
      [at(FRIDAY, 8)],
    );
    for (const again of [false, true]) {
      const now = at(saturday, again ? 11 : 10);
      const { owed, faults } = await planDue(database, { profile: DECK, timeZone, now });
      assert.deepEqual([owed, faults.length], [again ? 0 : 1, 1]);
      assert.match(String(faults[0]), /never come/);
    }
    assert.match((await open(database)).join(), /fay@example.org/);
  });

  it('are not planned at all, and say so, while the database does not answer', async () => {
    const away = async () => assert.fail('away');
    await assert.rejects(plan({ query: away, transaction: away }, at(FRIDAY, 10)), /away/);
  });

  it('never reach people of another tenant', async () => {
    const database = await opened();
    await prepare(database);
    await database.query(`update person set tenant_id = 'another'`);
    assert.equal((await turnedOn(database)).owed, 0);
  });
});

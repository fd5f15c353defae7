import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import type { ClaimedMessage } from '../../delivery/owed-message.ts';
import { cancelOvertaken, cancelReminders, planReminders, remindersFor } from '../../delivery/reminders.ts';
import { forEachDatabase } from '../support/databases.ts';
import { deliver, delivered, handClock, history, ledger, oweMany, START } from './sample-delivery.ts';

const DAY = 24 * 60 * 60_000;
const ann = { tenantId: 'tenant', aadObjectId: 'ann' };
const bob = { tenantId: 'tenant', aadObjectId: 'bob' };
const after = (days: number) => new Date(START.getTime() + days * DAY);

/** Reminders 3, 2 and 1 days before a day ten days from the start. */
function plan(database: Database, changes: Partial<Parameters<typeof planReminders>[1]> = {}) {
  const dates = [3, 2, 1].map((daysBefore) => ({
    daysBefore,
    notBefore: after(10 - daysBefore),
    content: { about: 'A day' },
  }));
  return planReminders(database, { kind: 'test', to: ann, key: 'the-day', dates, now: START, ...changes });
}

const daysOf = (reminders: readonly { daysBefore: number }[]) =>
  reminders.map(({ daysBefore }) => daysBefore);

forEachDatabase('reminders that a person asked for', (open) => {
  it('are listed, the soonest first, and each comes on its day', async () => {
    const database = await open();
    assert.deepEqual(daysOf(await plan(database)), [3, 2, 1]);
    const [first] = await remindersFor(database, ann);
    assert.deepEqual(first, {
      kind: 'test',
      key: 'the-day',
      daysBefore: 3,
      notBefore: after(7),
      content: { about: 'A day' },
    });
    const clock = handClock();
    const sent: ClaimedMessage[] = [];
    const counts: number[] = [];
    for (let day = 0; day < 12; day += 1) {
      await deliver(database, clock, delivered, { sent });
      counts.push(sent.length);
      clock.forward(DAY);
    }
    assert.deepEqual(counts, [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3]);
    assert.deepEqual(await remindersFor(database, ann), []);
  });

  it('are never planned in the past', async () => {
    const database = await open();
    assert.deepEqual(daysOf(await plan(database, { now: after(8) })), [1]);
    assert.deepEqual(daysOf(await remindersFor(database, ann)), [1]);
  });

  it('are planned once, whoever asks twice or at the same moment', async () => {
    const database = await open();
    const planned = await Promise.all([plan(database), plan(database), plan(database)]);
    assert.equal(planned.flat().length, 3);
    assert.equal((await ledger(database)).length, 3);
  });

  it('are not planned again once sent', async () => {
    const database = await open();
    await plan(database);
    const clock = handClock();
    clock.forward(7 * DAY);
    await deliver(database, clock, delivered);
    await cancelReminders(database, ann, 'test', clock.now());
    assert.deepEqual(daysOf(await plan(database)), [2, 1]);
    assert.deepEqual((await ledger(database)).map(({ state }) => state).sort(), [
      'planned',
      'planned',
      'sent',
    ]);
  });

  it('can be cancelled and asked for again, and every change is written down', async () => {
    const database = await open();
    await plan(database);
    await plan(database, { to: bob });
    await plan(database, { kind: 'other' });
    assert.equal(await cancelReminders(database, ann, 'test', after(1)), 3);
    assert.equal(await cancelReminders(database, ann, 'test', after(1)), 0);
    assert.deepEqual(daysOf(await remindersFor(database, ann, 'test')), []);
    assert.deepEqual(daysOf(await remindersFor(database, ann)), [3, 2, 1]);
    assert.deepEqual(daysOf(await remindersFor(database, bob, 'test')), [3, 2, 1]);
    assert.deepEqual(daysOf(await plan(database)), [3, 2, 1]);
    assert.deepEqual(await history(database), ['planned', 'cancelled', 'planned']);
  });

  it('stay cancelled for a person who stopped them when somebody else turns them on for all', async () => {
    const database = await open();
    await plan(database);
    await cancelReminders(database, ann, 'test', after(1));
    assert.deepEqual(await plan(database, { askedByThem: false, now: after(1) }), []);
    assert.deepEqual(await remindersFor(database, ann), []);
    assert.equal((await plan(database, { to: bob, askedByThem: false })).length, 3);
  });

  it('leave other owed messages alone when they are cancelled', async () => {
    const database = await open();
    await oweMany(database, 1, after(1));
    assert.equal(
      await cancelReminders(database, { tenantId: 'tenant', aadObjectId: 'person-0' }, 'test', START),
      0,
    );
    assert.equal(await cancelOvertaken(database, after(2)), 0);
    assert.deepEqual(
      (await ledger(database)).map(({ state }) => state),
      ['planned'],
    );
  });

  it('are not cancelled while Teams is being asked to deliver them', async () => {
    const database = await open();
    await plan(database);
    const clock = handClock();
    clock.forward(7 * DAY);
    const sent: ClaimedMessage[] = [];
    await deliver(
      database,
      clock,
      async (message) => {
        assert.equal(await cancelReminders(database, ann, 'test', clock.now()), 2);
        return delivered(message);
      },
      { sent },
    );
    assert.equal(sent.length, 1);
    assert.deepEqual((await ledger(database)).map(({ state }) => state).sort(), [
      'cancelled',
      'cancelled',
      'sent',
    ]);
  });

  it('come as one, the newest, when the service was stopped while several came due', async () => {
    const database = await open();
    await plan(database);
    await plan(database, { to: bob, key: 'another-day' });
    const clock = handClock();
    clock.forward(30 * DAY);
    assert.equal(await cancelOvertaken(database, clock.now()), 4);
    const sent: ClaimedMessage[] = [];
    await deliver(database, clock, delivered, { sent });
    assert.deepEqual(sent.map(({ aadObjectId }) => aadObjectId).sort(), ['ann', 'bob']);
    assert.equal(await cancelOvertaken(database, clock.now()), 0);
  });
});

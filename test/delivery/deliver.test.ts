import assert from 'node:assert/strict';
import type { ClaimedMessage } from '../../delivery/owed-message.ts';
import type { SendResult } from '../../delivery/sender.ts';
import { forEachDatabase } from '../support/databases.ts';
import { deliver, delivered, handClock, history, ledger, oweMany, START } from './sample-delivery.ts';

forEachDatabase('delivering what is due', (open) => {
  it('sends each message once and keeps the id that Teams gave', async () => {
    const database = await open();
    await oweMany(database, 25);
    const sent: ClaimedMessage[] = [];
    assert.deepEqual(await deliver(database, handClock(), delivered, { sent }), {
      sent: 25,
      retrying: 0,
      ambiguous: 0,
      failed: 0,
    });
    assert.deepEqual(new Set(sent.map(({ aadObjectId }) => aadObjectId)).size, 25);
    assert.ok((await ledger(database)).every(({ state, activityId }) => state === 'sent' && activityId));
    assert.equal((await deliver(database, handClock(), delivered, { sent })).sent, 0);
    assert.equal(sent.length, 25);
  });

  it('never goes faster than the permitted rate in any second, and keeps it up', async () => {
    const database = await open();
    await oweMany(database, 51);
    const clock = handClock();
    const times: number[] = [];
    await deliver(database, clock, (message) => {
      times.push(clock.now().getTime() - START.getTime());
      return delivered(message);
    });
    for (const [at, time] of times.entries()) {
      assert.ok(time - (times[at - 10] ?? Number.NEGATIVE_INFINITY) > 1000, `${times}`);
    }
    assert.ok((times.at(-1) ?? 0) <= 5 * 1010, `${times}`);
  });

  it('lets two deliverers share the work without sending anything twice', async () => {
    const database = await open();
    await oweMany(database, 40);
    const sent: ClaimedMessage[] = [];
    const counts = await Promise.all([
      deliver(database, handClock(), delivered, { sent }),
      deliver(database, handClock(), delivered, { sent }),
    ]);
    assert.equal((counts[0]?.sent ?? 0) + (counts[1]?.sent ?? 0), 40);
    assert.equal(sent.length, 40);
    assert.equal(new Set(sent.map(({ owedId }) => owedId)).size, 40);
  });

  it('pauses everything while Teams is too busy, then sends it all', async () => {
    const database = await open();
    await oweMany(database, 12);
    const clock = handClock();
    const asked: { at: number; kind: string }[] = [];
    const counts = await deliver(database, clock, (message) => {
      const first = asked.length === 0;
      const result: SendResult = first
        ? { kind: 'throttled', status: 429, retryAfterMs: 30_000 }
        : { kind: 'delivered', activityId: `a${message.owedId}` };
      asked.push({ at: clock.now().getTime() - START.getTime(), kind: result.kind });
      return result;
    });
    assert.deepEqual(counts, { sent: 12, retrying: 1, ambiguous: 0, failed: 0 });
    const between = asked.filter(({ at }) => at > 1000 && at < 30_000);
    assert.deepEqual(between, []);
    const rows = await ledger(database);
    assert.deepEqual(
      rows.map(({ state }) => state),
      Array.from({ length: 12 }, () => 'sent'),
    );
    assert.ok(
      rows.slice(1).every(({ attempts }) => attempts === 1),
      'waiting for Teams is no attempt',
    );
  });

  it('tries a message five times in all, then gives up and says why', async () => {
    const database = await open();
    await oweMany(database, 1);
    const clock = handClock();
    const sent: ClaimedMessage[] = [];
    for (let run = 0; run < 8; run += 1) {
      await deliver(database, clock, () => ({ kind: 'unsure', status: 503, reason: 'Teams fell over' }), {
        sent,
      });
      clock.forward(10 * 60_000);
    }
    assert.deepEqual(
      sent.map(({ attempt, mayBeRepeat }) => [attempt, mayBeRepeat]),
      [
        [1, false],
        [2, true],
        [3, true],
        [4, true],
        [5, true],
      ],
    );
    const [row] = await ledger(database);
    assert.deepEqual([row?.state, row?.status], ['failed', 503]);
    assert.match(row?.failure ?? '', /may or may not have arrived/);
  });

  it('waits longer after each attempt', async () => {
    const database = await open();
    await oweMany(database, 1);
    const clock = handClock();
    const sent: ClaimedMessage[] = [];
    const unsure = () => ({ kind: 'unsure', reason: 'timeout' }) as const;
    await deliver(database, clock, unsure, { sent });
    clock.forward(3000);
    await deliver(database, clock, unsure, { sent });
    assert.equal(sent.length, 1);
    clock.forward(1000);
    await deliver(database, clock, unsure, { sent });
    assert.equal(sent.length, 2);
    clock.forward(4000);
    await deliver(database, clock, unsure, { sent });
    assert.equal(sent.length, 2);
  });

  it('gives up at once on a person who blocked the assistant, and goes on with the others', async () => {
    const database = await open();
    await oweMany(database, 3);
    const counts = await deliver(database, handClock(), (message) =>
      message.aadObjectId === 'person-1'
        ? { kind: 'refused', status: 403, reason: 'They have blocked the assistant.' }
        : delivered(message),
    );
    assert.deepEqual(counts, { sent: 2, retrying: 0, ambiguous: 0, failed: 1 });
    const [, blocked] = await ledger(database);
    assert.deepEqual(
      [blocked?.state, blocked?.status, blocked?.failure, blocked?.wasAmbiguous],
      ['failed', 403, 'They have blocked the assistant.', false],
    );
  });

  it('takes a thrown error, or a yes without an id, for a perhaps', async () => {
    const database = await open();
    await oweMany(database, 2);
    const counts = await deliver(database, handClock(), ({ aadObjectId }) => {
      if (aadObjectId === 'person-0') throw new TypeError('socket hang up at 10.0.0.1');
      return { kind: 'delivered', activityId: '' };
    });
    assert.equal(counts.ambiguous, 2);
    assert.deepEqual(await history(database, 1), ['planned', 'sending', 'ambiguous']);
  });

  it('gives back what it has not started when the service stops', async () => {
    const database = await open();
    await oweMany(database, 10);
    const stopping = new AbortController();
    const sent: ClaimedMessage[] = [];
    const answer = (message: ClaimedMessage) => {
      if (sent.length === 3) stopping.abort();
      return delivered(message);
    };
    await deliver(database, handClock(), answer, { sent, stop: stopping.signal });
    assert.ok(sent.length < 10);
    const states = (await ledger(database)).map(({ state, attempts }) => `${state} ${attempts}`);
    assert.deepEqual(new Set(states), new Set(['sent 1', 'planned 0']));
  });

  it('leaves what the database could not record to be found again', async () => {
    const database = await open();
    await oweMany(database, 1);
    const clock = handClock();
    const failing = {
      ...database,
      query: <Row>(sql: string, parameters?: readonly unknown[]) =>
        sql.includes('activity_id = coalesce')
          ? Promise.reject(new Error('connection lost'))
          : database.query<Row>(sql, parameters),
    };
    await assert.rejects(deliver(failing, clock, delivered), /connection lost/);
    clock.forward(2 * 60_000);
    const sent: ClaimedMessage[] = [];
    await deliver(database, clock, delivered, { sent });
    assert.deepEqual(
      sent.map(({ attempt, mayBeRepeat }) => [attempt, mayBeRepeat]),
      [[2, true]],
    );
    assert.deepEqual(await history(database), ['planned', 'sending', 'ambiguous', 'sending', 'sent']);
  });
});

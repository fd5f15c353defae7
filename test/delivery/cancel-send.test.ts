import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cancelSend } from '../../delivery/cancel-send.ts';
import { recoverLostClaims } from '../../delivery/claim.ts';
import type { Database } from '../../delivery/database.ts';
import { settle } from '../../delivery/ledger.ts';
import { forEachDatabase } from '../support/databases.ts';
import { claim, deliver, delivered, handClock, history, ledger, oweMany, START } from './sample-delivery.ts';

const after = (ms: number) => new Date(START.getTime() + ms);

async function makeSend(database: Database, messages: number): Promise<string> {
  const sendId = randomUUID();
  await database.query(`insert into report (source, taken_on, imported_by) values ('t', '2026-11-15', 't')`);
  await database.query(
    `insert into send (send_id, ods_code, tenant_id, aad_object_id, state, profile, report_id, proposed_at)
     values ($1::uuid, 'N1', 'tenant', 'alex', 'confirmed', 'deck-2020', 1, $2::timestamptz)`,
    [sendId, START],
  );
  await oweMany(database, messages);
  await database.query('update owed_message set send_id = $1::uuid', [sendId]);
  return sendId;
}

const states = async (database: Database) => (await ledger(database)).map(({ state }) => state);

forEachDatabase('a send that is cancelled', (open) => {
  it('stops within a second, and what was not sent is cancelled', async () => {
    const database = await open();
    const sendId = await makeSend(database, 100);
    const clock = handClock();
    const times: number[] = [];
    let cancelledAt = 0;
    await deliver(database, clock, async (message) => {
      const now = clock.now();
      times.push(now.getTime());
      if (times.length === 20) {
        cancelledAt = now.getTime();
        await cancelSend(database, sendId, 'an administrator cancelled it', now);
      }
      return delivered(message);
    });
    assert.ok((times.at(-1) ?? 0) - cancelledAt < 1000);
    const ended = await states(database);
    assert.equal(ended.filter((state) => state === 'sent').length, times.length);
    assert.equal(ended.filter((state) => state === 'cancelled').length, 100 - times.length);
    assert.deepEqual(await history(database, 100), ['planned', 'cancelled']);
  });

  it('does not try again what was at Teams’ door at that moment', async () => {
    const database = await open();
    const sendId = await makeSend(database, 4);
    const [first, second, third] = await claim(database, START, 3);
    assert.ok(first && second && third);
    assert.deepEqual(await cancelSend(database, sendId, 'why', START), { cancelled: 1, underWay: 3 });
    const later = { note: 'later', notBefore: START };
    await settle(database, first, { state: 'ambiguous', ...later }, START);
    await settle(database, second, { state: 'sent', activityId: 'a2' }, START);
    await recoverLostClaims(database, after(60_000));
    assert.deepEqual(await states(database), ['cancelled', 'sent', 'cancelled', 'cancelled']);
    // Of these two nobody knows.
    assert.deepEqual(
      (await ledger(database)).map(({ wasAmbiguous }) => wasAmbiguous),
      [true, false, true, false],
    );
    assert.deepEqual(await claim(database, after(120_000), 4), []);
  });

  it('leaves other sends alone', async () => {
    const database = await open();
    await makeSend(database, 3);
    assert.deepEqual(await cancelSend(database, randomUUID(), 'why', START), { cancelled: 0, underWay: 0 });
    assert.deepEqual(await states(database), ['planned', 'planned', 'planned']);
  });
});

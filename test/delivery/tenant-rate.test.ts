import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { giveUpRate, pauseTenant, renewRate } from '../../delivery/tenant-rate.ts';
import { forEachDatabase } from '../support/databases.ts';
import { START } from './sample-delivery.ts';

const SECOND = 1000;
const after = (ms: number) => new Date(START.getTime() + ms);

async function shareOf(database: Database, replica: string, now: Date, perSecond = 50): Promise<number> {
  return (await renewRate(database, { tenantId: 'tenant', replica, now, perSecond })).share;
}

async function replied(database: Database, times: number, at: Date): Promise<void> {
  await database.query(
    `insert into recent_request (tenant_id, conversation_id, at, is_reply)
     select 'tenant', 'chat', $2::timestamptz, true from generate_series(1, $1::int)`,
    [times, at],
  );
}

forEachDatabase('the rate that Teams allows in a tenant', (open) => {
  it('is shared by all replicas, also when they ask at the same moment', async () => {
    const database = await open();
    const first = await Promise.all(['a', 'b', 'c', 'd'].map((each) => shareOf(database, each, START)));
    assert.ok(first.reduce((sum, share) => sum + share) <= 50, `${first}`);
    let shares: number[] = [];
    for (let round = 1; round <= 4; round++) {
      shares = await Promise.all(
        ['a', 'b', 'c', 'd'].map((each) => shareOf(database, each, after(round * SECOND))),
      );
    }
    assert.deepEqual(shares.toSorted(), [12, 12, 13, 13]);
  });

  it('is all for the one that still has something to send', async () => {
    const database = await open();
    await shareOf(database, 'a', START);
    await giveUpRate(database, { tenantId: 'tenant', replica: 'a', now: START });
    assert.equal(await shareOf(database, 'b', after(1.2 * SECOND)), 50);
  });

  it('is as low as the settings say, for all of them together', async () => {
    const database = await open();
    assert.equal(await shareOf(database, 'a', START, 3), 3);
    for (const each of ['b', 'a']) await shareOf(database, each, after(SECOND), 3);
    assert.equal(await shareOf(database, 'b', after(3 * SECOND), 3), 1);
  });

  it('leaves room for as many replies as came in the busiest second of late, and one more', async () => {
    const database = await open();
    assert.equal(await shareOf(database, 'a', START), 50);
    await replied(database, 3, after(0));
    await replied(database, 7, after(5 * SECOND));
    assert.equal(await shareOf(database, 'a', after(6 * SECOND)), 42);
    assert.equal(await shareOf(database, 'a', after(36 * SECOND)), 50);
  });

  it('is not touched by replies where the settings leave room for them', async () => {
    const database = await open();
    await replied(database, 7, START);
    assert.equal(await shareOf(database, 'a', START, 40), 40);
  });

  it('is nothing for any replica while Teams has the tenant wait, and rises to all of it in a minute', async () => {
    const database = await open();
    await shareOf(database, 'a', START);
    await pauseTenant(database, 'tenant', after(30 * SECOND), START);
    // A second answer of the same trouble makes it neither shorter nor slower.
    await pauseTenant(database, 'tenant', after(10 * SECOND), after(SECOND));
    const seen = await renewRate(database, {
      tenantId: 'tenant',
      replica: 'b',
      now: after(2 * SECOND),
      perSecond: 50,
    });
    assert.deepEqual(seen.pausedUntil, after(30 * SECOND));
    assert.equal(await shareOf(database, 'b', after(30 * SECOND)), 25);
    assert.equal(await shareOf(database, 'b', after(60 * SECOND)), 37);
    assert.equal(await shareOf(database, 'b', after(90 * SECOND)), 50);
  });

  it('is halved again when Teams has it wait again soon', async () => {
    const database = await open();
    await pauseTenant(database, 'tenant', after(10 * SECOND), START);
    await pauseTenant(database, 'tenant', after(20 * SECOND), after(12 * SECOND));
    assert.equal(await shareOf(database, 'a', after(20 * SECOND)), 12);
  });
});

import assert from 'node:assert/strict';
import { claimDue } from '../../delivery/claim.ts';
import { DOCUMENTED_LIMITS } from '../../delivery/conversation-limits.ts';
import type { Database } from '../../delivery/database.ts';
import { forEachDatabase } from '../support/databases.ts';
import { giveChats, ledger, oweMany, START } from './sample-delivery.ts';

const after = (ms: number) => new Date(START.getTime() + ms);
const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Requests into the chat of `person-0`. */
async function chatted(database: Database, count: number, at: Date): Promise<void> {
  await database.query(
    `insert into recent_request (tenant_id, conversation_id, at, is_reply)
     select 'tenant', 'chat-person-0', $2::timestamptz, true from generate_series(1, $1::int)`,
    [count, at],
  );
}

async function claimsAt(database: Database, now: Date, limits = DOCUMENTED_LIMITS): Promise<number> {
  const turns = [{ urgency: 1, organisation: '', wanted: 10 }];
  return (await claimDue(database, { tenantId: 'tenant', now, turns, limits })).messages.length;
}

forEachDatabase('a chat in which much is said', (open) => {
  const cases: [title: string, replies: number, ago: number, freeAfter: number][] = [
    ['in this second', 5, 0, SECOND],
    ['in these two seconds', 6, 1.5 * SECOND, 0.5 * SECOND],
    ['in this half minute', 45, 20 * SECOND, 10 * SECOND],
    ['in this hour', 1350, HOUR - 60 * SECOND, 60 * SECOND],
  ];
  for (const [title, replies, ago, freeAfter] of cases) {
    it(`gets its warning when the replies ${title} have left room for it`, async () => {
      const database = await open();
      await oweMany(database, 1);
      await giveChats(database);
      await chatted(database, replies, after(-ago));
      assert.equal(await claimsAt(database, START), 0);
      assert.equal(await claimsAt(database, after(freeAfter - 1)), 0);
      assert.equal(await claimsAt(database, after(freeAfter)), 1);
      // It was put off, which is no attempt.
      assert.deepEqual(
        (await ledger(database)).map(({ attempts }) => attempts),
        [1],
      );
    });
  }

  it('gets it at once when there was one reply less', async () => {
    const database = await open();
    await oweMany(database, 1);
    await giveChats(database);
    await chatted(database, 4, START);
    assert.equal(await claimsAt(database, START), 1);
  });

  it('holds up nobody else', async () => {
    const database = await open();
    await oweMany(database, 3);
    await giveChats(database);
    await chatted(database, 100, START);
    assert.equal(await claimsAt(database, START), 2);
  });

  it('is written to less often where the settings say so', async () => {
    const database = await open();
    await oweMany(database, 1);
    await giveChats(database);
    await chatted(database, 1, START);
    const slower = [{ requests: 2, seconds: 10 }];
    assert.equal(await claimsAt(database, after(9 * SECOND), slower), 0);
    assert.equal(await claimsAt(database, after(10 * SECOND), slower), 1);
  });
});

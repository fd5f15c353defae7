import assert from 'node:assert/strict';
import { cancelOwed } from '../../delivery/cancel-owed.ts';
import { recoverLostClaims, release } from '../../delivery/claim.ts';
import type { Database } from '../../delivery/database.ts';
import { findDue } from '../../delivery/deliver.ts';
import { owe, oweInPlace, settle } from '../../delivery/ledger.ts';
import { lanesDue, tenantsDue } from '../../delivery/turns.ts';
import { forEachDatabase } from '../support/databases.ts';
import { claim, history, ledger, oweMany, START } from './sample-delivery.ts';

const after = (ms: number) => new Date(START.getTime() + ms);
const MINUTE = 60_000;
/** A claim that is this old was lost with its replica. */
const LOST = 20_000;

/** The next replica looks what was lost before it claims. */
async function claimLater(database: Database, now: Date, wanted: number) {
  await recoverLostClaims(database, now);
  return claim(database, now, wanted);
}

forEachDatabase('the ledger', (open) => {
  it('owes the same reason once', async () => {
    const database = await open();
    const to = { tenantId: 'tenant', aadObjectId: 'jo' };
    const message = { reasonKey: 'once', kind: 'test', to, content: {}, notBefore: START };
    assert.equal(await owe(database, message, START), true);
    assert.equal(await owe(database, message, START), false);
    assert.equal((await ledger(database)).length, 1);
  });

  it('hands out what is due, the longest waiting first, and nothing before its time', async () => {
    const database = await open();
    await oweMany(database, 2, after(MINUTE));
    assert.deepEqual(await claim(database, START, 10), []);
    const claimed = await claim(database, after(MINUTE), 10);
    assert.deepEqual(
      claimed.map(({ aadObjectId, attempt, content, mayBeRepeat }) => [
        aadObjectId,
        attempt,
        content,
        mayBeRepeat,
      ]),
      [
        ['person-0', 1, { at: 0 }, false],
        ['person-1', 1, { at: 1 }, false],
      ],
    );
    assert.deepEqual(claimed[0]?.claimedUntil, after(MINUTE + LOST));
    assert.deepEqual(await claim(database, after(MINUTE), 10), []);
  });

  it('never gives one message to two deliverers at once', async () => {
    const database = await open();
    await oweMany(database, 60);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claim(database, START, 20)));
    const ids = claims.flat().map(({ owedId }) => owedId);
    assert.equal(new Set(ids).size, ids.length);
    const rest = await claim(database, START, 60);
    assert.equal(ids.length + rest.length, 60);
  });

  it('passes over what another transaction is claiming, without waiting for it (PostgreSQL: more than one connection)', async function () {
    const database = await open();
    if (database.home !== 'postgres') this.skip();
    await oweMany(database, 4);
    await database.transaction(async (first) => {
      assert.deepEqual(
        (await claim(first, START, 2)).map(({ owedId }) => owedId),
        [1, 2],
      );
      await database.transaction(async (second) => {
        assert.deepEqual(
          (await claim(second, START, 4)).map(({ owedId }) => owedId),
          [3, 4],
        );
      });
    });
  });

  it('writes down every change, with status and note', async () => {
    const database = await open();
    await oweMany(database, 1);
    const settled = [
      { state: 'retrying', status: 429, note: 'busy', notBefore: START },
      { state: 'ambiguous', status: 502, note: 'gateway', notBefore: START },
      { state: 'sent', activityId: 'a1' },
    ] as const;
    for (const settlement of settled) {
      const [claimed] = await claim(database, START, 1);
      assert.ok(claimed);
      assert.equal(await settle(database, claimed, settlement, START), settlement.state);
    }
    assert.deepEqual(await history(database), [
      'planned',
      'sending',
      'retrying',
      'sending',
      'ambiguous',
      'sending',
      'sent',
    ]);
    const notes = await database.query<{ status: number | null; note: string | null }>(
      `select status, note from owed_message_change where state in ('retrying', 'ambiguous') order by change_id`,
    );
    assert.deepEqual(notes, [
      { status: 429, note: 'busy' },
      { status: 502, note: 'gateway' },
    ]);
    const [row] = await ledger(database);
    assert.deepEqual(
      [row?.state, row?.attempts, row?.activityId, row?.wasAmbiguous],
      ['sent', 3, 'a1', true],
    );
  });

  it('never says sent without the id that Teams gave', async () => {
    const database = await open();
    await oweMany(database, 1);
    await assert.rejects(database.query(`update owed_message set state = 'sent'`));
  });

  it('gives a message whose process crashed to the next one, marked as perhaps sent', async () => {
    const database = await open();
    await oweMany(database, 1);
    await claim(database, START, 1);
    assert.deepEqual(await claimLater(database, after(LOST - 1), 1), []);
    const [again] = await claimLater(database, after(LOST), 1);
    assert.deepEqual([again?.attempt, again?.mayBeRepeat], [2, true]);
    assert.deepEqual(await history(database), ['planned', 'sending', 'ambiguous', 'sending']);
  });

  it('takes no late answer about a content for one about the content that came after it', async () => {
    const database = await open();
    await oweMany(database, 1);
    const [late] = await claim(database, START, 1);
    const [second] = await claimLater(database, after(LOST), 1);
    assert.ok(late && second);
    await settle(database, second, { state: 'sent', activityId: 'second' }, after(LOST));
    await oweInPlace(database, 'reason-0', { at: 'final' }, after(LOST));
    const arrived = { state: 'sent', activityId: 'first' } as const;
    const busy = { state: 'retrying', note: 'busy', notBefore: START } as const;
    assert.equal(await settle(database, late, arrived, after(LOST)), undefined);
    const [final] = await claim(database, after(LOST), 1);
    assert.deepEqual([final?.attempt, final?.content, final?.activityId], [1, { at: 'final' }, 'second']);
    // It is the first attempt again, as the late one was.
    for (const answer of [arrived, busy]) {
      assert.equal(await settle(database, late, answer, after(LOST)), undefined);
    }
    await release(database, [late], START, after(LOST));
    assert.ok(final);
    assert.equal(await settle(database, final, { state: 'sent', activityId: 'second' }, after(LOST)), 'sent');
  });

  it('hands out nothing whose hours are over, whatever came of it before', async () => {
    const database = await open();
    await oweMany(database, 3);
    const [, second, third] = await claim(database, START, 3);
    assert.ok(second && third);
    const later = { note: 'no', notBefore: START };
    await settle(database, second, { state: 'retrying', ...later }, START);
    await settle(database, third, { state: 'ambiguous', ...later }, START);
    await database.query('update owed_message set not_after = $1', [after(LOST)]);
    await recoverLostClaims(database, after(LOST));
    assert.deepEqual(await claim(database, after(LOST), 3), []);
    assert.deepEqual(
      [await tenantsDue(database, after(LOST)), await lanesDue(database, 'tenant', after(LOST))],
      [[], []],
    );
    assert.equal((await claim(database, after(LOST - 1), 3)).length, 2);
  });

  it('takes back what a lost replica had claimed, when its hours are over by then', async () => {
    const database = await open();
    await oweMany(database, 1);
    await claim(database, START, 1);
    await database.query('update owed_message set not_after = $1', [after(1000)]);
    assert.deepEqual(await findDue(database, after(LOST)), []);
    assert.deepEqual(await history(database), ['planned', 'sending', 'ambiguous', 'cancelled']);
  });

  const again = async (database: Database) => {
    const owed: boolean[] = [];
    for (const nth of [0, 1, 2]) {
      const to = { tenantId: 'tenant', aadObjectId: `person-${nth}` };
      const message = { reasonKey: `reason-${nth}`, kind: 'test', to, content: {}, notBefore: START };
      owed.push(await owe(database, message, START));
    }
    return owed;
  };

  it('owes the same again once it is sure that what was cancelled on its way did not arrive', async () => {
    const database = await open();
    await oweMany(database, 3);
    const [released, busy, unsure] = await claim(database, START, 3);
    assert.ok(released && busy && unsure);
    await cancelOwed(database, { condition: 'true', parameters: [], note: 'no longer', now: START });
    // Until they are settled any of them may arrive.
    assert.deepEqual(await again(database), [false, false, false]);
    await release(database, [released], START, START);
    await settle(database, busy, { state: 'retrying', note: 'busy', notBefore: START }, START);
    await settle(database, unsure, { state: 'ambiguous', note: 'no answer', notBefore: START }, START);
    assert.deepEqual(
      (await ledger(database)).map(({ state }) => state),
      ['cancelled', 'cancelled', 'cancelled'],
    );
    assert.deepEqual(await again(database), [true, true, false]);
  });

  it('gives up after five crashes, and says that it may have arrived', async () => {
    const database = await open();
    await oweMany(database, 1);
    for (let crash = 0; crash < 5; crash += 1) {
      assert.equal((await claimLater(database, after(crash * LOST), 1)).length, 1);
    }
    assert.deepEqual(await claimLater(database, after(5 * LOST), 1), []);
    const [row] = await ledger(database);
    assert.deepEqual([row?.state, row?.attempts, row?.wasAmbiguous], ['failed', 5, true]);
    assert.match(row?.failure ?? '', /may or may not have arrived/);
  });

  it('lets a late answer count when Teams did deliver, and not otherwise', async () => {
    const database = await open();
    await oweMany(database, 2);
    const late = await claim(database, START, 2);
    const again = await claimLater(database, after(LOST), 2);
    assert.equal(again.length, 2);
    const [first, second] = late;
    assert.ok(first && second);
    const refused = { state: 'failed', status: 404, reason: 'gone' } as const;
    assert.equal(await settle(database, first, refused, after(LOST)), undefined);
    assert.equal(await settle(database, second, { state: 'sent', activityId: 'late' }, after(LOST)), 'sent');
    assert.deepEqual(
      (await ledger(database)).map(({ state }) => state),
      ['sending', 'sent'],
    );
  });

  it('cancels a claimed message, and takes back one that was not tried as if it had not been claimed', async () => {
    const database = await open();
    await oweMany(database, 2);
    const [first, second] = await claim(database, START, 2);
    assert.ok(first && second);
    await settle(database, first, { state: 'cancelled', note: 'they are active again' }, START);
    await release(database, [second], after(MINUTE), START);
    assert.deepEqual(
      (await ledger(database)).map(({ state, attempts }) => [state, attempts]),
      [
        ['cancelled', 1],
        ['planned', 0],
      ],
    );
    assert.deepEqual(await claim(database, START, 2), []);
    assert.equal((await claim(database, after(MINUTE), 2)).length, 1);
  });
});

import assert from 'node:assert/strict';
import { markReported, sendReport, sendsToReport } from '../../delivery/send-report.ts';
import { forEachDatabase } from '../support/databases.ts';
import { deliver, delivered, handClock } from './sample-delivery.ts';
import { asker, confirmedSend } from './sample-send.ts';

forEachDatabase('the result of a send', (open) => {
  it('names who was not reached and why', async () => {
    const database = await open();
    const sendId = await confirmedSend(database, ['Ann', 'Bob', 'Cat', 'DAN']);
    const clock = handClock();
    let first = true;
    const answer: Parameters<typeof deliver>[2] = (message) => {
      if (message.aadObjectId === 'Bob') return { kind: 'refused', status: 403, reason: 'Blocked.' };
      if (message.aadObjectId !== 'Cat' || !first) return delivered(message);
      first = false;
      return { kind: 'unsure', reason: 'timeout' };
    };
    await deliver(database, clock, answer);
    const halfway = await sendReport(database, sendId);
    assert.deepEqual([halfway?.sent, halfway?.failed, halfway?.pending, halfway?.ambiguous], [1, 1, 1, 1]);
    assert.deepEqual(await sendsToReport(database), []);

    clock.forward(60_000);
    await deliver(database, clock, answer);
    assert.deepEqual(await sendReport(database, sendId), {
      sendId,
      odsCode: 'N1',
      organisation: 'N1',
      sent: 2,
      retried: 1,
      failed: 1,
      ambiguous: 1,
      cancelled: 0,
      pending: 0,
      unreachable: 1,
      reasons: [{ reason: 'Blocked.', count: 1 }],
      failures: [{ name: 'Bob', address: 'bob@example.org', reason: 'Blocked.' }],
      unreachablePeople: [{ name: 'DAN', address: 'dan@example.org' }],
    });
  });

  it('is owed once to the person who asked, and delivered like any other message', async () => {
    const database = await open();
    const sendId = await confirmedSend(database, ['Ann']);
    const clock = handClock();
    await deliver(database, clock, delivered);
    const [finished, ...others] = await sendsToReport(database);
    assert.deepEqual([finished, others], [{ sendId, odsCode: 'N1', asker }, []]);
    assert.ok(finished);
    const marked = await Promise.all([
      markReported(database, finished, true, clock.now()),
      markReported(database, finished, true, clock.now()),
    ]);
    assert.deepEqual(marked.sort(), [false, true]);
    assert.deepEqual(await sendsToReport(database), []);
    const sent: Parameters<typeof delivered>[0][] = [];
    await deliver(database, clock, delivered, { sent });
    assert.deepEqual(
      sent.map(({ kind, aadObjectId, content }) => [kind, aadObjectId, content.sent]),
      [['delivery-result', 'alex', 1]],
    );
    assert.equal((await sendReport(database, sendId))?.sent, 1);
  });

  it('is told to nobody when the person who asked may no longer see the accounts', async () => {
    const database = await open();
    await confirmedSend(database, ['Ann']);
    const clock = handClock();
    await deliver(database, clock, delivered);
    const [finished] = await sendsToReport(database);
    assert.ok(finished);
    assert.equal(await markReported(database, finished, false, clock.now()), false);
    assert.deepEqual(await sendsToReport(database), []);
    const sent: Parameters<typeof delivered>[0][] = [];
    await deliver(database, clock, delivered, { sent });
    assert.deepEqual(sent, []);
  });

  it('is told when nobody could be reached, too', async () => {
    const database = await open();
    await confirmedSend(database, ['DAN']);
    assert.equal((await sendsToReport(database)).length, 1);
  });

  it('is nothing for a send that never was', async () => {
    const database = await open();
    assert.equal(await sendReport(database, '00000000-0000-4000-8000-000000000000'), undefined);
  });
});

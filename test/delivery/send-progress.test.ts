import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { SEND_PROGRESS, showProgress } from '../../delivery/send-progress.ts';
import { markReported, sendsToReport } from '../../delivery/send-report.ts';
import type { Addressed } from '../../delivery/sender.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Answer, deliver, delivered, type HandClock, handClock } from './sample-delivery.ts';
import { confirmedSend } from './sample-send.ts';

const NAMES = Array.from({ length: 30 }, (_, at) => `Person ${String(at).padStart(2, '0')}`);
const may = async () => true;

/** Every card that Teams was asked to show to the administrator, in order. */
interface Shown {
  kind: string;
  shows: unknown;
  /** It took the place of the one before. */
  inPlace: boolean;
  content: Record<string, unknown>;
}

/** Delivers to the administrator, and to as many others as are named; everybody else is asked again later. */
function teams(shown: Shown[], to: (name: string) => boolean): Answer {
  return (message) => {
    const { kind, aadObjectId, activityId, content } = message as Addressed;
    if (aadObjectId === 'alex') {
      shown.push({ kind, shows: content.shows, inPlace: activityId !== null, content });
      return { kind: 'delivered', activityId: activityId ?? `card-${shown.length}` };
    }
    return to(aadObjectId)
      ? delivered(message)
      : { kind: 'throttled', status: 412, retryAfterMs: 60 * 60_000 };
  };
}

async function tell(database: Database, clock: HandClock, mayKnow = may): Promise<number> {
  let told = 0;
  for (const send of await sendsToReport(database)) {
    if (await markReported(database, send, await mayKnow(), clock.now())) told++;
  }
  return told + (await showProgress(database, mayKnow, clock.now()));
}

/** Lets so many seconds pass, looking once in each as the service does. */
async function pass(database: Database, clock: HandClock, seconds: number, answer: Answer, mayKnow = may) {
  for (let second = 0; second < seconds; second++) {
    clock.forward(1000);
    await tell(database, clock, mayKnow);
    await deliver(database, clock, answer);
  }
}

forEachDatabase('how far a send is', (open) => {
  it('is shown to whoever asked for it on one card that changes in its own place, until it is the report', async () => {
    const database = await open();
    await confirmedSend(database, NAMES);
    const clock = handClock();
    const shown: Shown[] = [];
    let reached = (name: string) => name < 'Person 10';
    const answer = teams(shown, (name) => reached(name));
    await deliver(database, clock, answer);
    const began = clock.now().getTime();
    await pass(database, clock, 20, answer);
    const seconds = (clock.now().getTime() - began) / 1000;
    assert.deepEqual(
      shown.map(({ kind, shows, inPlace }) => [kind, shows, inPlace]),
      [[SEND_PROGRESS, 'progress', false], ...shown.slice(1).map(() => [SEND_PROGRESS, 'progress', true])],
    );
    const { total, sent, retrying, left } = shown[0]?.content ?? {};
    assert.deepEqual([total, sent, retrying, left], [30, 10, 20, 20]);
    // Once in two seconds at the most.
    assert.ok(shown.length > 3 && shown.length <= 1 + seconds / 2, `${shown.length} in ${seconds} s`);

    reached = () => true;
    clock.forward(60 * 60_000);
    await deliver(database, clock, answer);
    await pass(database, clock, 10, answer);
    const last = shown.findLast(({ inPlace }) => inPlace);
    assert.deepEqual([last?.shows, last?.content.sent], ['report', 30]);
    assert.deepEqual(
      shown.filter(({ inPlace }) => !inPlace).map(({ kind }) => kind),
      [SEND_PROGRESS, 'send-finished'],
      'a line that makes a sound, and no second report',
    );
    const before = shown.length;
    await pass(database, clock, 10, answer);
    assert.equal(shown.length, before, 'the card rests');
  });

  it('is not shown for a send that ends at once: its report comes instead', async () => {
    const database = await open();
    await confirmedSend(database, NAMES);
    const clock = handClock();
    const shown: Shown[] = [];
    await deliver(
      database,
      clock,
      teams(shown, () => true),
      { perSecond: 50 },
    );
    await pass(
      database,
      clock,
      20,
      teams(shown, () => true),
    );
    assert.deepEqual(
      shown.map(({ kind, inPlace }) => [kind, inPlace]),
      [['delivery-result', false]],
    );
  });

  it('is changed once when two replicas look at the same moment', async () => {
    const database = await open();
    await confirmedSend(database, NAMES);
    const clock = handClock();
    clock.forward(5000);
    const owed = await Promise.all([1, 2, 3].map(() => showProgress(database, may, clock.now())));
    assert.deepEqual(owed.toSorted(), [0, 0, 1]);
  });

  it('comes as a report of its own when the card was taken away', async () => {
    const database = await open();
    const sendId = await confirmedSend(database, NAMES);
    const clock = handClock();
    const shown: Shown[] = [];
    const some = teams(shown, (name) => name < 'Person 10');
    await deliver(database, clock, some);
    await pass(database, clock, 5, some);
    const all = teams(shown, () => true);
    const without: Answer = (message) =>
      message.activityId === null ? all(message) : { kind: 'refused', status: 404, reason: 'Gone.' };
    clock.forward(60 * 60_000);
    await deliver(database, clock, without);
    await pass(database, clock, 10, without);
    assert.deepEqual(
      shown.filter(({ kind }) => kind === 'delivery-result').map(({ content }) => content.sendId),
      [sendId],
    );
  });

  it('is no longer shown to somebody who may not know it any more', async () => {
    const database = await open();
    await confirmedSend(database, NAMES);
    const clock = handClock();
    const shown: Shown[] = [];
    const answer = teams(shown, (name) => name < 'Person 10');
    await deliver(database, clock, answer);
    await pass(database, clock, 5, answer);
    await pass(database, clock, 10, answer, async () => false);
    assert.deepEqual(shown.at(-1)?.content, { shows: 'nothing' });
    clock.forward(60 * 60_000);
    const all = teams(shown, () => true);
    await deliver(database, clock, all);
    await pass(database, clock, 10, all, async () => false);
    assert.deepEqual(shown.at(-1)?.content, { shows: 'nothing' });
  });
});

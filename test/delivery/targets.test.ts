import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { deliverDue } from '../../delivery/deliver.ts';
import { owe } from '../../delivery/ledger.ts';
import { cancelOvertakenChanges } from '../../delivery/overtaken-changes.ts';
import type { NewOwedMessage } from '../../delivery/owed-message.ts';
import type { Addressed, SendResult } from '../../delivery/sender.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type HandClock, handClock, START } from './sample-delivery.ts';

const CHANNEL = '19:channel';
const SECOND = 1000;

forEachDatabase('A message that belongs to another one', (open) => {
  let clock: HandClock;
  let sent: Addressed[];
  /** What Teams makes of each kind, in turn; after that it takes it. */
  let answers: Record<string, SendResult[]>;
  beforeEach(() => {
    clock = handClock();
    sent = [];
    answers = {};
  });

  async function opened(): Promise<Database> {
    const database = await open();
    await database.query(
      `insert into conversation (conversation_id, tenant_id, scope, service_url, channel_id, bot_id)
       values ($1, 'tenant', 'channel', 'http://127.0.0.1:9', 'msteams', '28:assistant')`,
      [CHANNEL],
    );
    return database;
  }
  const message = (kind: string, more: Partial<NewOwedMessage> = {}): NewOwedMessage => ({
    reasonKey: kind,
    kind,
    to: { tenantId: 'tenant', aadObjectId: '' },
    content: {},
    notBefore: clock.now(),
    conversationId: CHANNEL,
    ...more,
  });
  const target = (use: 'change' | 'thread') => ({ target: { reasonKey: 'card', use } });
  const deliver = (database: Database, seconds: number) => {
    const until = clock.now().getTime() + seconds * SECOND;
    const once = async (): Promise<void> => {
      await deliverDue({
        database,
        sender: {
          async send(addressed) {
            const next = answers[addressed.kind]?.shift();
            if (next) return next;
            sent.push(addressed);
            return { kind: 'delivered', activityId: `of-${addressed.kind}` };
          },
        },
        clock: clock.now,
        wait: async (ms) => clock.forward(ms),
        replica: 'a replica',
        perSecond: 40,
        limits: [{ requests: 1000, seconds: 1 }],
        random: () => 0.5,
      });
      clock.forward(SECOND);
      if (clock.now().getTime() < until) return once();
    };
    return once();
  };
  const states = async (database: Database) =>
    database.query<{ kind: string; state: string }>('select kind, state from owed_message order by owed_id');

  it('waits until that one was sent, and is told its id in Teams', async () => {
    const database = await opened();
    answers.card = [{ kind: 'throttled', status: 429, retryAfterMs: 20 * SECOND }];
    await owe(database, message('card'), START);
    await owe(database, message('change', target('change')), START);
    await owe(database, message('note', target('thread')), START);
    await deliver(database, 60);
    assert.deepEqual(
      sent.map(({ kind, target }) => [kind, target]),
      [
        ['card', null],
        ['change', { use: 'change', activityId: 'of-card' }],
        ['note', { use: 'thread', activityId: 'of-card' }],
      ],
    );
    assert.equal(sent[0]?.chat.conversationId, CHANNEL);
    assert.equal(sent[0]?.chat.scope, 'channel');
  });

  it('is not sent when that one never was', async () => {
    const database = await opened();
    answers.card = [{ kind: 'refused', status: 400, reason: 'Teams refused the message.' }];
    await owe(database, message('card'), START);
    await owe(database, message('change', target('change')), START);
    await deliver(database, 10);
    assert.deepEqual(sent, []);
    assert.deepEqual(await states(database), [
      { kind: 'card', state: 'failed' },
      { kind: 'change', state: 'failed' },
    ]);
  });

  it('is left out when a later change overtook it on the way', async () => {
    const database = await opened();
    await owe(database, message('card'), START);
    await owe(database, message('change', target('change')), START);
    await owe(database, message('note', target('thread')), START);
    assert.equal(await cancelOvertakenChanges(database, 'card', START), 1);
    await owe(database, message('later', target('change')), START);
    await deliver(database, 15);
    assert.deepEqual(
      sent.map(({ kind }) => kind),
      ['card', 'note', 'later'],
    );
  });

  it('goes to the channel and to nobody’s own chat', async () => {
    const database = await opened();
    await database.query(
      `insert into conversation (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id)
       values ('a:own', 'tenant', '', 'personal', 'http://127.0.0.1:9', 'msteams', '28:assistant')`,
    );
    await owe(database, message('card'), START);
    await owe(database, message('elsewhere', { conversationId: '19:gone' }), START);
    await deliver(database, 5);
    assert.deepEqual(
      sent.map(({ chat }) => chat.conversationId),
      [CHANNEL],
    );
  });
});

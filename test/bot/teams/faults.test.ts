import assert from 'node:assert/strict';
import { createConnectorClient } from '../../../bot/teams/connector-client.ts';
import { createTeamsSender } from '../../../bot/teams/teams-sender.ts';
import { DOCUMENTED_LIMITS } from '../../../delivery/conversation-limits.ts';
import type { Database } from '../../../delivery/database.ts';
import { deliverDue } from '../../../delivery/deliver.ts';
import { planReminders } from '../../../delivery/reminders.ts';
import { DSPT_REMINDER } from '../../../dialogs/dspt/owed-cards.ts';
import { type HandClock, handClock, START } from '../../delivery/sample-delivery.ts';
import { sharedKnowledge } from '../../support/assistant.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { type Failure, startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

const MINUTE = 60_000;
const jo = { tenantId: 'tenant', aadObjectId: 'jo' };

async function oweReminder(database: Database, url: string): Promise<void> {
  await database.query(
    `insert into conversation
       (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id, person_channel_id)
     values ('a:jo', 'tenant', 'jo', 'personal', $1, 'msteams', '28:assistant', '29:jo') on conflict do nothing`,
    [url],
  );
  const content = { about: 'The toolkit', deadline: '2027-06-30', daysBefore: 1, source: 'S', why: 'W' };
  const dates = [{ daysBefore: 1, notBefore: new Date(START.getTime() + 1), content }];
  await planReminders(database, { kind: DSPT_REMINDER, to: jo, key: 'k', dates, now: START });
}

function deliver(database: Database, clock: HandClock, timeoutMs = 15_000) {
  // The client that runs in production, but for its patience.
  const connector = createConnectorClient({
    credential: undefined,
    allowedServiceHosts: ['127.0.0.1'],
    timeoutMs,
  });
  return deliverDue({
    database,
    sender: createTeamsSender(connector, { database, knowledge: sharedKnowledge() }),
    clock: clock.now,
    wait: async (ms) => clock.forward(ms),
    replica: 'a replica',
    perSecond: 10,
    limits: DOCUMENTED_LIMITS,
    random: () => 0.5,
  });
}

interface End {
  state: string;
  attempts: number;
  status: number | null;
  ambiguous: boolean;
  failure: string | null;
}

async function ledger(database: Database): Promise<End & { notBefore: Date }> {
  const [row] = await database.query<End & { notBefore: Date }>(
    `select state, attempts, last_status as status, was_ambiguous as ambiguous, failure, not_before as "notBefore"
     from owed_message`,
  );
  assert.ok(row);
  return row;
}

const SENT = { state: 'sent', status: null, failure: null };
const refused = (status: number, failure: string): End => {
  return { state: 'failed', attempts: 1, status, ambiguous: false, failure };
};

/** What happens to the first attempt, how often the message has arrived in the end, and how its row ends. */
const TROUBLES: [title: string, failure: Failure, arrivals: number, ends: End][] = [
  ['is too busy', { status: 429 }, 1, { ...SENT, attempts: 2, ambiguous: false }],
  [
    'is too busy for 30 seconds',
    { status: 429, retryAfter: '30' },
    1,
    { ...SENT, attempts: 2, ambiguous: false },
  ],
  ['has another operation under way there', { status: 412 }, 1, { ...SENT, attempts: 2, ambiguous: false }],
  [
    'does not know the assistant for a moment',
    { status: 401 },
    1,
    { ...SENT, attempts: 2, ambiguous: false },
  ],
  ['breaks before it delivers', { status: 502 }, 1, { ...SENT, attempts: 2, ambiguous: true }],
  [
    'breaks after it has delivered',
    { status: 502, delivered: true },
    2,
    { ...SENT, attempts: 2, ambiguous: true },
  ],
  ['loses the connection before', 'broken', 1, { ...SENT, attempts: 2, ambiguous: true }],
  ['loses the connection after', 'broken-after', 2, { ...SENT, attempts: 2, ambiguous: true }],
  ['does not answer', 'silent', 1, { ...SENT, attempts: 2, ambiguous: true }],
  [
    'says that they removed the assistant',
    { status: 403, code: 'BotNotInConversationRoster' },
    0,
    refused(403, 'They have removed the assistant in Teams.'),
  ],
  [
    'says that they blocked it',
    { status: 403, code: 'ConversationBlockedByUser' },
    0,
    refused(403, 'They have blocked the assistant in Teams.'),
  ],
  [
    'says that writing is blocked',
    { status: 403, code: 'MessageWritesBlocked' },
    0,
    refused(403, 'They have blocked or removed the assistant in Teams.'),
  ],
  ['has lost the chat', { status: 404 }, 0, refused(404, 'Their chat with the assistant no longer exists.')],
  [
    'has deleted the chat',
    { status: 410 },
    0,
    refused(410, 'Their chat with the assistant no longer exists.'),
  ],
  ['finds the message too large', { status: 413 }, 0, refused(413, 'Teams refused the message.')],
];

forEachDatabase('a message for a person while Teams', (open) => {
  let connector: TeamsConnector;
  before(async () => {
    connector = await startTeamsConnector();
  });
  after(() => connector.stop());
  beforeEach(() => {
    connector.sent.length = 0;
  });

  for (const [title, failure, arrivals, ends] of TROUBLES) {
    it(`${title}, ends as ${ends.state}${ends.ambiguous ? ', perhaps more than once' : ''}`, async () => {
      const database = await open();
      const clock = handClock();
      await oweReminder(database, connector.url);
      connector.failWith(failure, 1);
      for (let round = 0; round < 3; round++) {
        clock.forward(MINUTE);
        await deliver(database, clock, failure === 'silent' && round === 0 ? 100 : undefined);
      }
      const { notBefore: _, ...row } = await ledger(database);
      assert.deepEqual(row, ends);
      assert.equal(connector.sent.length, arrivals);
    });
  }

  for (const [title, retryAfter] of [
    ['in seconds', () => '30'],
    ['as a moment', () => new Date(Date.now() + 30_000).toUTCString()],
  ] as const) {
    it(`says ${title} when to come back, is not tried before`, async () => {
      const database = await open();
      const clock = handClock();
      await oweReminder(database, connector.url);
      clock.forward(MINUTE);
      connector.failWith({ status: 412, retryAfter: retryAfter() }, 1);
      await deliver(database, clock);
      const waits = (await ledger(database)).notBefore.getTime() - clock.now().getTime();
      assert.ok(waits > 28_000 && waits <= 30_000, `${waits}`);
    });
  }

  it('is too busy for everybody, is sent when the pause is over', async () => {
    const database = await open();
    const clock = handClock();
    await oweReminder(database, connector.url);
    clock.forward(MINUTE);
    connector.failWith({ status: 429, retryAfter: '120' }, 1);
    await deliver(database, clock);
    assert.equal(connector.sent.length, 1);
    assert.ok(clock.now().getTime() - START.getTime() >= MINUTE + 120_000);
  });
});

import assert from 'node:assert/strict';
import { type Assistant, type Chat, startAssistant } from '../../support/assistant.ts';
import type { Failure } from '../../support/teams-connector.ts';

describe('a reply', () => {
  let assistant: Assistant;
  let chat: Chat;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    chat = assistant.chat('a member of staff');
    assistant.connector.calls.length = 0;
  });

  const menus = () =>
    assistant.connector.sent.filter(({ activity }) =>
      JSON.stringify(activity).includes('What I can help with'),
    );

  for (const [title, failure] of [
    ['when Teams breaks after it has delivered it', { status: 502, delivered: true }],
    ['when the connection breaks after it', 'broken-after'],
  ] as [string, Failure][]) {
    it(`is posted once ${title}: nobody reads it twice`, async () => {
      assistant.connector.failWith(failure, 1);
      const { status } = await chat.says('menu');
      assert.equal(status, 200);
      assert.equal(menus().length, 1);
      // The second call is the one that says that something broke.
      assert.equal(assistant.connector.calls.length, 2);
    });
  }

  it('is sent again when Teams says that it took nothing', async () => {
    for (const status of [429, 412]) {
      assistant.connector.failWith({ status, retryAfter: '1' }, 1);
      assert.match((await chat.says('menu')).text, /What I can help with/);
    }
    assert.equal(assistant.connector.calls.length, 4);
  });

  it('is not waited for longer than Teams waits for the turn', async () => {
    assistant.connector.failWith({ status: 429, retryAfter: '30' });
    const { status } = await chat.says('menu');
    assert.equal(status, 500);
    // Neither the reply nor the words about the fault are tried a second time.
    assert.equal(assistant.connector.calls.length, 2);
  });

  it('counts as a request, for the rate of what nobody types for', async () => {
    await chat.says('menu');
    await chat.says('how long must my password be');
    await assistant.services.settled();
    const counted = await assistant.services.database.query(
      `select conversation_id as chat, tenant_id as tenant from recent_request where is_reply`,
    );
    const one = { chat: chat.conversationId, tenant: chat.person.tenantId };
    assert.deepEqual(counted, [one, one]);
  });
});

import assert from 'node:assert/strict';
import { type Assistant, type Chat, startAssistant } from '../../support/assistant.ts';

describe('a message', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  describe('that Teams delivers twice', () => {
    it('is answered once', async () => {
      const chat = assistant.chat('a member of staff');
      const { sent, text } = await chat.says('can I forward chain emails');
      assert.match(text, /3\.2\.4/);
      assert.equal((await chat.sends(sent)).text, '');
      await assistant.services.settled();
      assistant.clock.forward(60_000);
      const late = await chat.sends(sent);
      assert.deepEqual([late.status, late.text], [200, '']);
    });

    it('is answered once when both come at the same moment', async () => {
      const chat = assistant.chat('a member of staff');
      const { sent } = await chat.says('menu');
      const again = { ...sent, id: 'the-same', text: 'how long must my password be' };
      await Promise.all([chat.sends(again), chat.sends(again)]);
      const replies = assistant.connector.sent.filter(({ replyTo }) => replyTo === 'the-same');
      assert.equal(replies.length, 1);
    });

    it('gets the reply that could not be sent the first time', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      assistant.connector.failWith({ status: 400 });
      const { sent, status, text } = await chat.says('skip');
      assert.deepEqual([status, text], [500, '']);
      assistant.connector.failWith(undefined);
      assistant.clock.forward(10_000);
      const again = await chat.sends(sent);
      assert.equal(again.status, 200);
      assert.match(again.text, /Question 2 of 3/);
      await assistant.services.settled();
      assert.equal((await chat.sends(sent)).text, '');
    });
  });

  describe('at the same moment as another', () => {
    const stateOf = async ({ conversationId }: Chat) =>
      assistant.services.database.query<{
        version: number;
        state: { dialogs: { dialogStack: unknown[] } };
      }>('select version, state from dialog_state where conversation_id = $1', [conversationId]);

    it('loses no answer of the check', async () => {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      await chat.says('skip');
      const heard = await Promise.all([chat.says('yes'), chat.says('yes')]);
      const [row] = await stateOf(chat);
      assert.equal(row?.version, 4);
      assert.equal(row?.state.dialogs.dialogStack.length, 0);
      const replies = assistant.connector.sent.filter(
        ({ conversationId }) => conversationId === chat.conversationId,
      );
      assert.equal(replies.length, 4);
      assert.match(heard.map(({ text }) => text).join('\n'), /Standards Met, once published/);
    });

    it('loses nothing when a conversation begins with two messages', async () => {
      const chat = assistant.chat('a colleague');
      const heard = await Promise.all([chat.says('menu'), chat.says('can I forward chain emails')]);
      assert.deepEqual(
        heard.map(({ status }) => status),
        [200, 200],
      );
      assert.equal((await stateOf(chat))[0]?.version, 2);
    });

    it('keeps two people of one group chat apart', async () => {
      const chat = assistant.chat('a member of staff', 'groupChat');
      await chat.says('what DSPT stage are we');
      const other = await chat.says('skip', { from: { id: '29:colleague', aadObjectId: 'a-colleague' } });
      assert.doesNotMatch(other.text, /Question 2/);
      assert.match((await chat.says('skip')).text, /Question 2 of 3/);
    });
  });
});

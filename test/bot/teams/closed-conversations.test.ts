import assert from 'node:assert/strict';
import { owe } from '../../../delivery/ledger.ts';
import { DSPT_REMINDER } from '../../../dialogs/dspt/owed-cards.ts';
import { type Assistant, type Chat, startAssistant } from '../../support/assistant.ts';

describe('a person who has blocked the assistant', () => {
  let assistant: Assistant;
  let staff: Chat;
  let owed = 0;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(async () => {
    await assistant.reset();
    staff = assistant.chat('a member of staff');
    await staff.installs();
    assistant.connector.failWith({ status: 403, code: 'ConversationBlockedByUser' });
    await sendReminder();
    assistant.connector.failWith(undefined);
  });

  /** @returns how it ended. */
  async function sendReminder() {
    const now = assistant.clock.now();
    const { database, deliver } = assistant.services;
    const content = { about: 'The toolkit', deadline: '2027-06-30', daysBefore: 1, source: 'S', why: 'W' };
    const reasonKey = `reminder-${++owed}`;
    await owe(database, { reasonKey, kind: DSPT_REMINDER, to: staff.person, content, notBefore: now }, now);
    await deliver();
    assistant.clock.forward(60_000);
    const [row] = await database.query<{ state: string; failure: string | null }>(
      'select state, failure from owed_message where reason_key = $1',
      [reasonKey],
    );
    return [row?.state, row?.failure];
  }

  const calls = () => assistant.connector.calls.length;

  it('is not tried again, and the next message says why', async () => {
    const before = calls();
    assert.deepEqual(await sendReminder(), ['failed', 'They have blocked the assistant in Teams.']);
    assert.equal(calls(), before);
  });

  it('is shown to their administrator as somebody to reach in another way', async () => {
    const administrator = assistant.chat('an administrator');
    await administrator.installs();
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    const { text } = await administrator.presses('Send warnings');
    assert.match(text, /1 person would get a warning in Teams/);
    assert.doesNotMatch(text, /Megan Bowen\n.*\n.*\nIn Teams/);
  });

  it('is written to again when they write to it', async () => {
    await staff.says('menu');
    assert.deepEqual(await sendReminder(), ['sent', null]);
  });

  it('is written to again, and welcomed, when they add it again', async () => {
    assert.match((await staff.installs()).text, /password/i);
    assert.deepEqual(await sendReminder(), ['sent', null]);
  });
});

import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

describe('a button', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  it('does the same for clients that do not know Action.Execute', async () => {
    const titles = [
      'Password help',
      'What the policy says',
      'Check our DSPT stage',
      'Is my account at risk?',
      'Ask a person',
    ];
    for (const title of titles) {
      const heard = [];
      for (const how of ['execute', 'submit'] as const) {
        const chat = assistant.chat('a member of staff');
        await chat.says('menu');
        heard.push((await chat.presses(title, { how })).text);
      }
      assert.equal(heard[0], heard[1], title);
      assert.ok(heard[0]);
    }
  });

  it('takes the place of its card where the client can do that, and stands below it otherwise', async () => {
    const heard = [];
    for (const how of ['execute', 'submit'] as const) {
      const chat = assistant.chat('a member of staff');
      await chat.says('what DSPT stage are we');
      await chat.says('skip');
      heard.push(await chat.presses('Yes', { how }));
    }
    const [execute, submit] = heard;
    assert.equal(execute?.text, submit?.text);
    assert.deepEqual([execute?.activities.length, submit?.activities.length], [0, 1]);
  });

  it('that is not ours says that it is out of date', async () => {
    const chat = assistant.chat('an administrator');
    for (const how of ['execute', 'submit'] as const) {
      for (const verb of ['nothing.here', '', '__proto__', 'constructor', 'hygiene', `${'x'.repeat(90)}`]) {
        const heard = await chat.invents(verb, { sendId: 'x' }, how);
        assert.equal(heard.status, 200, verb);
        assert.ok(heard.text, verb);
        assert.doesNotMatch(heard.text, /something went wrong/, verb);
      }
    }
    assert.match((await chat.invents('nothing.here', {})).text, /out of date|no longer/i);
  });

  const invented: [verb: string, data: unknown, says: RegExp][] = [
    ['help.entry', { entry: 'aup/9.9.9' }, /./],
    ['help.entry', { entry: ['aup/3.1.12'] }, /./],
    ['help.entry', {}, /./],
    ['help.say', { say: { text: 'menu' } }, /./],
    ['help.say', null, /./],
    ['aup.browse', { number: '9.9.9' }, /There is no clause/],
    ['aup.browse', { section: '3.1', page: -5 }, /General responsibilities/],
    ['aup.browse', { section: '3.1', page: 1e9 }, /General responsibilities/],
    ['aup.browse', { section: '3.1', page: 'two' }, /General responsibilities/],
    ['dspt.answer', { tag: 'legal', answer: 'yes' }, /check is over/],
    ['hygiene.propose', { ods: 'A9X4' }, /for Local Administrators/],
    ['hygiene.report', {}, /for Local Administrators/],
    ['hygiene.confirm', { sendId: 'not-an-id' }, /I cannot do that for you|for Local Administrators/],
    [
      'hygiene.confirm',
      { sendId: '00000000-0000-4000-8000-000000000000' },
      /I cannot do that for you|for Local Administrators/,
    ],
    ['hygiene.cancel', { sendId: "' or 1=1 --" }, /I cannot do that for you|for Local Administrators/],
  ];
  for (const [verb, data, says] of invented) {
    it(`refuses kindly when ${verb} comes with ${JSON.stringify(data)}`, async () => {
      for (const how of ['execute', 'submit'] as const) {
        const { status, text } = await assistant.chat('a member of staff').invents(verb, data, how);
        assert.equal(status, 200);
        assert.match(text, says);
        assert.doesNotMatch(text, /something went wrong|@willowbrook|\[object/);
      }
    });
  }

  it('with data that would break what reads it opens what it can', async () => {
    const heard = await assistant
      .chat('a member of staff')
      .invents('aup.browse', { number: { toString: 1 } });
    assert.equal(heard.status, 200);
    assert.match(heard.text, /Choose a section/);
  });

  it('shows an administrator nothing of an organisation that is not theirs', async () => {
    await assistant.services.database.query(
      "insert into organisation (ods_code, name, is_nas) values ('ZZ99', 'Somebody Else', true)",
    );
    const heard = await assistant.chat('an administrator').invents('hygiene.propose', { ods: 'ZZ99' });
    assert.match(heard.text, /for Local Administrators/);
    assert.doesNotMatch(heard.text, /Somebody Else/);
  });

  it('of an administrator does nothing when another person presses it', async () => {
    const administrator = assistant.chat('an administrator');
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Send warnings');
    const [send] = await assistant.services.database.query<{ id: string }>('select send_id as id from send');
    for (const verb of ['hygiene.confirm', 'hygiene.cancel']) {
      const heard = await assistant.chat('a member of staff').invents(verb, { sendId: send?.id });
      assert.match(heard.text, /I cannot do that for you|for Local Administrators/);
    }
    const [left] = await assistant.services.database.query('select state from send');
    assert.deepEqual(left, { state: 'proposed' });
    assert.deepEqual(await assistant.services.database.query('select 1 from owed_message'), []);
  });

  it('shows accounts in a chat with one person only', async () => {
    const chat = assistant.chat('an administrator', 'groupChat');
    for (const says of ['hygiene report', 'is my account at risk']) {
      const { text } = await chat.says(says);
      assert.match(text, /private chat/);
      assert.doesNotMatch(text, /@|A9X4/);
    }
  });
});

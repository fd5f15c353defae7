import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

describe('a message with a secret in it', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => assistant.reset());

  const SECRET = 'Tulip-Bicycle-77!x';
  const said = `my password is ${SECRET} and I am locked out`;

  it('keeps it out of the database, the log and the replies', async () => {
    const chat = assistant.chat('a member of staff');
    const heard = [
      await chat.says(said),
      await chat.says('hello', { attachments: [{ contentType: 'text/html', content: `<p>${said}</p>` }] }),
      await chat.says('hello', {
        value: { note: said },
        summary: said,
        entities: [{ type: 'x', text: said }],
      }),
      await chat.invents('help.say', { say: said }),
      await chat.invents('aup.browse', { number: said }),
      await chat.invents('aup.browse', { section: said }, 'submit'),
    ];
    assert.deepEqual(
      heard.map(({ status }) => status),
      heard.map(() => 200),
    );
    const everything = {
      database: await assistant.dump(),
      log: assistant.log.join('\n'),
      replies: JSON.stringify([assistant.connector.sent, heard.map(({ body }) => body)]),
    };
    for (const [where, text] of Object.entries(everything)) {
      assert.ok(!text.includes(SECRET), `the secret stands in the ${where}`);
      assert.ok(!text.includes('Tulip'), `part of the secret stands in the ${where}`);
    }
  });

  it('is answered with what to do, and still with an answer', async () => {
    const { text } = await assistant.chat('a member of staff').says(said);
    assert.match(text, /Please delete your last message/);
    assert.match(text, /had a password in it/);
    assert.ok(text.split('\n').length > 10, 'nothing but the advice was said');
  });

  it('keeps what people typed out of the log, secret or not', async () => {
    await assistant.chat('a member of staff').says('can my zebra forward chain emails');
    assert.doesNotMatch(assistant.log.join('\n') + (await assistant.dump()), /zebra/);
  });

  it('opens the password help when nothing is said but the secret', async () => {
    for (const only of [
      SECRET,
      `my password is ${SECRET}`,
      'my pin is 4821',
      '483920',
      'got 483920 on my phone',
    ]) {
      const { text } = await assistant.chat('a member of staff').says(only);
      assert.match(text, /Please delete your last message/, only);
      assert.match(text, /Password help/, only);
      assert.doesNotMatch(text, /do not have an answer/, only);
    }
  });

  it('says nothing more than the advice when only patient details are said', async () => {
    const { text, activities } = await assistant
      .chat('a member of staff')
      .says('patient NHS number 943 476 5919');
    assert.match(text, /data breaches \(policy clause 4\.3\.5\)/);
    assert.doesNotMatch(text, /portal\.nhs\.net|Password help|do not have an answer/);
    assert.equal(activities.filter(({ type }) => type === 'message').length, 1);
  });

  it('answers what is said beside the secret as if the secret were not there', async () => {
    const beside = await assistant.chat('a member of staff').says(`${said}`);
    const without = await assistant.chat('a member of staff').says('my password is and I am locked out');
    assert.ok(beside.text.includes(without.text), beside.text);
  });

  it('asks its question again when somebody answers it with a secret alone', async () => {
    const chat = assistant.chat('a member of staff');
    await chat.says('help with my password');
    const { text } = await chat.says('my pin is 4821');
    assert.match(text, /Have your PIN reset/);
    assert.match(text, /Password help/);
  });

  it('takes a user name with a password beside it as a question about the password', async () => {
    const { text } = await assistant
      .chat('a member of staff')
      .says('username sjones pw Sunshine99 not working');
    assert.doesNotMatch(text, /Finding out your own|do not have an answer|sources I have do not/);
  });
});

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
});

import assert from 'node:assert/strict';
import { type Assistant, startAssistant } from '../../support/assistant.ts';

const WAIT = /writing faster than I can answer/;

describe('a person who writes without pause', () => {
  let assistant: Assistant;
  beforeEach(async () => {
    assistant = await startAssistant({ messagesPerMinute: 20 });
  });
  afterEach(() => assistant?.stop());

  it('is answered for a minute’s worth, asked once to wait, and then not answered', async () => {
    const chat = assistant.chat('a member of staff');
    const heard = [];
    for (let message = 1; message <= 40; message++) heard.push((await chat.says('hello')).text);
    assert.ok(heard.slice(0, 20).every((text) => text.length > 0 && !WAIT.test(text)));
    assert.match(heard[20] ?? '', WAIT);
    assert.deepEqual([...new Set(heard.slice(21))], ['']);
  });

  it('costs the database nothing once they are slowed', async () => {
    const chat = assistant.chat('a member of staff');
    for (let message = 1; message <= 30; message++) await chat.says('hello');
    await assistant.services.settled();
    const turns = await assistant.services.database.query('select 1 from turn_record');
    assert.equal(turns.length, 20);
  });

  it('is answered again when they have waited', async () => {
    const chat = assistant.chat('a member of staff');
    for (let message = 1; message <= 30; message++) await chat.says('hello');
    assistant.clock.forward(60_000);
    assert.match((await chat.says('how long must my password be')).text, /At least 10 characters/);
  });

  it('is told so at every button, since Teams shows an error where no answer comes', async () => {
    const chat = assistant.chat('a member of staff');
    await chat.says('menu');
    for (let message = 1; message <= 30; message++) await chat.says('hello');
    for (const press of [1, 2]) {
      const heard = await chat.presses('Password help');
      assert.equal(heard.status, 200, String(press));
      assert.match(JSON.stringify(heard.body), WAIT);
    }
  });

  it('does not slow anybody else', async () => {
    const chat = assistant.chat('a member of staff');
    for (let message = 1; message <= 30; message++) await chat.says('hello');
    const other = await assistant.chat('a colleague').says('how long must my password be');
    assert.match(other.text, /At least 10 characters/);
  });

  it('cannot get round it by opening other chats', async () => {
    for (let message = 1; message <= 20; message++) await assistant.chat('a member of staff').says('hello');
    assert.match((await assistant.chat('a member of staff', 'groupChat').says('hello')).text, WAIT);
  });
});

describe('a stranger who knocks without pause', () => {
  it('writes a hundred lines of the log in a minute, and then one that counts the others', async () => {
    const identity = { type: 'SingleTenant', appId: 'app', tenantId: 'tenant', password: 'unused' } as const;
    const assistant = await startAssistant({ identity });
    const { sent: message } = await assistant.chat('a member of staff').says('hello');
    const knock = () =>
      fetch(`${assistant.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
    assistant.clock.forward(60_000);
    await knock();
    assistant.log.length = 0;
    for (let times = 1; times < 150; times++) assert.equal((await knock()).status, 401);
    const told = () => assistant.log.filter((line) => line.includes('"msg":"request refused"')).length;
    assert.equal(told(), 99);
    assistant.clock.forward(60_000);
    await knock();
    assert.equal(told(), 100);
    const [counted = '{}'] = assistant.log.filter((line) => line.includes('"msg":"more were refused"'));
    assert.equal(JSON.parse(counted).untold, 50);
    await assistant.stop();
  });
});

import assert from 'node:assert/strict';
import { loadConfig } from '../../bot/config.ts';
import { type Assistant, startAssistant } from '../support/assistant.ts';

/** Nothing of the machinery may be read in an answer. */
const INTERNAL =
  /\bat .*:\d+|node_modules|restify|botbuilder|Error:|stack|select |SyntaxError|JSON\.parse|Unexpected/;

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

async function get(url: string, method = 'GET') {
  const response = await fetch(url, { method });
  return { status: response.status, text: await response.text() };
}

function messageFrom({ connector }: Assistant, changes: Record<string, unknown> = {}): string {
  const conversation = { id: 'a:http', conversationType: 'personal', tenantId: 'tenant-of-somebody' };
  return JSON.stringify({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: connector.url,
    text: 'hello',
    from: { id: '29:somebody', aadObjectId: 'somebody' },
    recipient: { id: '28:assistant' },
    conversation,
    ...changes,
  });
}

describe('what the service answers to a caller', () => {
  let assistant: Assistant;
  before(async () => {
    assistant = await startAssistant();
  });
  after(() => assistant?.stop());
  beforeEach(() => {
    assistant.connector.calls.length = 0;
  });

  const refused: [title: string, status: number, send: () => Promise<{ status: number; text: string }>][] = [
    ['malformed JSON', 400, () => post(assistant.url, '{')],
    ['an empty body', 400, () => post(assistant.url, '')],
    ['an empty object', 400, () => post(assistant.url, '{}')],
    ['a list', 400, () => post(assistant.url, '[]')],
    ['null', 400, () => post(assistant.url, 'null')],
    ['a text', 400, () => post(assistant.url, '"hello"')],
    [
      'an activity without a conversation',
      400,
      () => post(assistant.url, messageFrom(assistant, { conversation: undefined })),
    ],
    [
      'a service address that is none',
      400,
      () => post(assistant.url, messageFrom(assistant, { serviceUrl: 'nowhere' })),
    ],
    [
      'a packed body that is not packed',
      415,
      () => post(assistant.url, 'not gzip at all', { 'content-encoding': 'gzip' }),
    ],
    [
      'an upload',
      415,
      () => post(assistant.url, '--x\r\n', { 'content-type': 'multipart/form-data; boundary=x' }),
    ],
    ['another channel', 403, () => post(assistant.url, messageFrom(assistant, { channelId: 'webchat' }))],
    [
      'a sender whom Teams does not name',
      403,
      () => post(assistant.url, messageFrom(assistant, { from: { id: 'administrator' } })),
    ],
    [
      'a form',
      415,
      () => post(assistant.url, 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['plain text', 415, () => post(assistant.url, messageFrom(assistant), { 'content-type': 'text/plain' })],
    [
      'a body over 1 MB',
      413,
      () => post(assistant.url, messageFrom(assistant, { text: 'a'.repeat(1_000_001) })),
    ],
    ['an unknown path', 404, () => get(`${assistant.url}/api/secrets`)],
    ['another method', 405, () => get(`${assistant.url}/api/messages`)],
  ];
  for (const [title, status, send] of refused) {
    it(`answers ${title} with ${status} and plain words, and says nothing to anybody`, async () => {
      const answer = await send();
      assert.equal(answer.status, status);
      assert.match(JSON.parse(answer.text).error, /^[A-Z].+\.$/);
      assert.doesNotMatch(answer.text, INTERNAL);
      assert.deepEqual(assistant.connector.calls, []);
    });
  }

  it('takes an unknown kind of activity and says nothing', async () => {
    const answer = await post(assistant.url, messageFrom(assistant, { type: 'somethingNew' }));
    assert.deepEqual(answer, { status: 200, text: '' });
    assert.deepEqual(assistant.connector.calls, []);
  });

  it('answers an invoke that it does not know with 501', async () => {
    const answer = await post(assistant.url, messageFrom(assistant, { type: 'invoke', name: 'task/fetch' }));
    assert.equal(answer.status, 501);
    assert.doesNotMatch(answer.text, INTERNAL);
    assert.deepEqual(assistant.connector.calls, []);
  });

  it('sends nothing to a service address that is not on the list', async () => {
    for (const serviceUrl of [
      'https://evil.example/',
      'http://169.254.169.254/',
      'http://127.0.0.1.evil.example/',
    ]) {
      const answer = await post(assistant.url, messageFrom(assistant, { serviceUrl }));
      assert.equal(answer.status, 403, serviceUrl);
      assert.doesNotMatch(answer.text, INTERNAL);
    }
    assert.deepEqual(await assistant.services.database.query('select 1 from conversation'), []);
  });

  it('logs a refusal with a reference, and nothing of what was sent', async () => {
    assistant.log.length = 0;
    await post(assistant.url, '{"type":"message","text":"a very private matter"}');
    const [line = '{}'] = assistant.log;
    assert.match(JSON.parse(line).reference, /^[0-9A-F]{8}$/);
    assert.doesNotMatch(assistant.log.join(), /private/);
  });

  it('gives the replies in the response to a caller that expects them there', async () => {
    const before = assistant.connector.sent.length;
    const message = messageFrom(assistant, {
      deliveryMode: 'expectReplies',
      text: 'how long must my password be',
    });
    const answer = await post(assistant.url, message);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /^{"activities":\[.*At least 10 characters/);
    assert.equal(assistant.connector.sent.length, before);
  });

  it('still answers people after all that', async () => {
    const heard = await assistant.chat('a member of staff').says('how long must my password be');
    assert.match(heard.text, /At least 10 characters/);
  });

  it('says that it is alive, and ready when its delivery runs', async () => {
    assert.deepEqual(await get(`${assistant.url}/healthz`), { status: 200, text: '{"status":"alive"}' });
    assert.equal((await get(`${assistant.url}/readyz`)).status, 503);
    await assistant.services.startJobs();
    const { status, text } = await get(`${assistant.url}/readyz`);
    assert.equal(status, 200);
    assert.match(text, /^{"status":"ready",/);
    assert.doesNotMatch(text, /failed/);
  });
});

describe('a service that is shutting down', () => {
  it('is alive and no longer ready', async () => {
    const assistant = await startAssistant();
    await assistant.services.close();
    const ready = await get(`${assistant.url}/readyz`);
    assert.equal(ready.status, 503);
    assert.doesNotMatch(ready.text, INTERNAL);
    assert.equal((await get(`${assistant.url}/healthz`)).status, 200);
    await assistant.stop();
  });
});

describe('a service with an app id', () => {
  let assistant: Assistant;
  before(async () => {
    const identity = { type: 'SingleTenant', appId: 'app', tenantId: 'tenant', password: 'unused' } as const;
    assistant = await startAssistant({ identity });
  });
  after(() => assistant?.stop());

  // A token that is not one needs no key to be looked up.
  for (const authorization of [undefined, 'Bearer', 'Bearer not-a-token', 'Basic dXNlcjpwYXNz']) {
    it(`lets nobody in with ${authorization ?? 'no token'}`, async () => {
      const answer = await post(
        assistant.url,
        messageFrom(assistant),
        authorization ? { authorization } : {},
      );
      assert.equal(answer.status, 401);
      assert.doesNotMatch(answer.text, INTERNAL);
      assert.deepEqual(assistant.connector.calls, []);
    });
  }
});

describe('a service for some tenants', () => {
  it('says nothing to people of another tenant', async () => {
    const assistant = await startAssistant({ allowedTenants: ['a-tenant'] });
    const other = await post(assistant.url, messageFrom(assistant));
    assert.equal(other.status, 403);
    assert.doesNotMatch(other.text, INTERNAL);
    assert.deepEqual(assistant.connector.calls, []);
    const conversation = { id: 'a:own', conversationType: 'personal', tenantId: 'a-tenant' };
    const own = await post(assistant.url, messageFrom(assistant, { conversation }));
    assert.equal(own.status, 200);
    assert.equal(assistant.connector.sent.length, 1);
    await assistant.stop();
  });
});

describe('the lists in production', () => {
  it('let in the tenant of the bot itself when no other is named', () => {
    const { allowedTenants, allowedServiceHosts } = loadConfig(
      { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_PASSWORD: 'secret' },
      {},
    );
    assert.deepEqual(allowedTenants, ['tenant']);
    assert.ok(!allowedServiceHosts.includes('127.0.0.1'));
  });
});

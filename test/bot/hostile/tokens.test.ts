import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type Assistant, startAssistant } from '../../support/assistant.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = 'the-tenant';

type Claims = Record<string, unknown>;

describe('a token that comes with a message', () => {
  let issuer: TokenIssuer;
  let assistant: Assistant;
  before(async () => {
    issuer = await startTokenIssuer();
    assistant = await startAssistant({
      identity: { type: 'SingleTenant', appId: APP, tenantId: TENANT, password: 'unused' },
      botOpenIdMetadata: issuer.metadataUrl,
      allowedTenants: [TENANT],
    });
  });
  beforeEach(() => {
    assistant.connector.calls.length = 0;
    assistant.log.length = 0;
  });
  after(async () => {
    await assistant?.stop();
    await issuer?.stop();
  });

  const seconds = () => Math.floor(assistant.clock.now().getTime() / 1000);
  const right = (): Claims => ({
    iss: 'https://api.botframework.com',
    aud: APP,
    serviceurl: assistant.connector.url,
    nbf: seconds() - 60,
    exp: seconds() + 3600,
  });

  async function post(authorization: string | undefined, changes: Claims = {}) {
    const activity = {
      type: 'event',
      id: '1',
      channelId: 'msteams',
      serviceUrl: assistant.connector.url,
      from: { id: '29:somebody', aadObjectId: 'somebody' },
      recipient: { id: '28:assistant' },
      conversation: { id: 'a:tokens', conversationType: 'personal', tenantId: TENANT },
      ...changes,
    };
    const response = await fetch(`${assistant.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  }
  const bearer = async (claims: Claims, options = {}) => `Bearer ${await issuer.token(claims, options)}`;

  it('lets Teams in when it is right', async () => {
    assert.equal((await post(await bearer(right()))).status, 200);
  });

  it('may be off by the few minutes that clocks differ', async () => {
    assert.equal((await post(await bearer({ ...right(), exp: seconds() - 200 }))).status, 200);
  });

  const parts = (token: string) => token.replace('Bearer ', '').split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const refused: [title: string, authorization: () => Promise<string | undefined>][] = [
    ['is not there', async () => undefined],
    ['is empty', async () => 'Bearer '],
    ['is no token', async () => 'Bearer hello'],
    ['comes by another scheme', async () => (await bearer(right())).replace('Bearer', 'Basic')],
    ['has expired', () => bearer({ ...right(), exp: seconds() - 301 })],
    ['never expires', () => bearer({ ...right(), exp: undefined })],
    ['is not valid yet', () => bearer({ ...right(), nbf: seconds() + 301 })],
    ['is for another bot', () => bearer({ ...right(), aud: '99999999-2222-3333-4444-555555555555' })],
    ['is for no bot', () => bearer({ ...right(), aud: undefined })],
    ['is from another issuer', () => bearer({ ...right(), iss: 'https://evil.example' })],
    [
      'is from an emulator, which signs in as the bot itself',
      () =>
        bearer({
          ...right(),
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: APP,
        }),
    ],
    [
      'is from another bot',
      () =>
        bearer({ ...right(), iss: 'https://api.botframework.com', ver: '1.0', appid: 'other', aud: 'other' }),
    ],
    [
      'says that it needs no signature',
      async () => {
        const [, claims] = parts(await bearer(right()));
        return `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`;
      },
    ],
    [
      'says that it needs no signature, and has one',
      async () => {
        const [, claims, signature] = parts(await bearer(right()));
        return `Bearer ${encode({ alg: 'none', kid: 'teams', typ: 'JWT' })}.${claims}.${signature}`;
      },
    ],
    [
      'is signed with the public key as if it were a secret',
      async () => {
        const head = encode({ alg: 'HS256', kid: 'teams', typ: 'JWT' });
        const body = encode(right());
        const { keys } = (await (await fetch(issuer.metadataUrl.replace('metadata', 'keys'))).json()) as {
          keys: { n: string }[];
        };
        const signature = createHmac('sha256', keys[0]?.n ?? '')
          .update(`${head}.${body}`)
          .digest('base64url');
        return `Bearer ${head}.${body}.${signature}`;
      },
    ],
    ['is signed with another key', () => bearer(right(), { key: issuer.foreignKey })],
    ['names a key that nobody published', () => bearer(right(), { kid: 'mine', key: issuer.foreignKey })],
    ['is signed for another channel', () => bearer(right(), { kid: 'other-channel' })],
    ['is signed with a key for no channel', () => bearer(right(), { kid: 'no-channel' })],
    [
      'was changed on its way',
      async () => {
        const [head, , signature] = parts(await bearer(right()));
        return `Bearer ${head}.${encode({ ...right(), serviceurl: assistant.connector.url, extra: 1 })}.${signature}`;
      },
    ],
    ['names another service address', () => bearer({ ...right(), serviceurl: 'https://evil.example/' })],
    ['names no service address', () => bearer({ ...right(), serviceurl: undefined })],
  ];
  for (const [title, authorization] of refused) {
    it(`lets nobody in when it ${title}`, async () => {
      const answer = await post(await authorization());
      assert.deepEqual(answer, { status: 401, text: '{"error":"The request has no valid token."}' });
      assert.deepEqual(assistant.connector.calls, []);
      assert.match(assistant.log.join(), /"status":401/);
    });
  }

  it('does not help somebody who writes another service address into the message', async () => {
    const answer = await post(await bearer(right()), { serviceUrl: 'https://smba.trafficmanager.net/uk/' });
    assert.equal(answer.status, 401);
  });

  it('does not help people of another tenant', async () => {
    const conversation = { id: 'a:tokens', conversationType: 'personal', tenantId: 'another-tenant' };
    assert.equal(
      (await post(await bearer(right()), { type: 'message', text: 'hello', conversation })).status,
      403,
    );
    assert.deepEqual(assistant.connector.calls, []);
  });

  it('does not help another channel', async () => {
    assert.equal((await post(await bearer(right()), { channelId: 'emulator' })).status, 401);
  });

  it('is never written to the log', async () => {
    const token = await bearer({ ...right(), aud: 'another' });
    await post(token);
    assert.ok(!assistant.log.join().includes(parts(token)[2] ?? '?'));
  });
});

describe('a service that cannot fetch the keys', () => {
  it('lets nobody in, and says only that something went wrong', async () => {
    const issuer = await startTokenIssuer();
    issuer.breakDown();
    const assistant = await startAssistant({
      identity: { type: 'SingleTenant', appId: APP, tenantId: TENANT, password: 'unused' },
      botOpenIdMetadata: issuer.metadataUrl,
    });
    const response = await fetch(`${assistant.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token({})}` },
      body: JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        serviceUrl: assistant.connector.url,
        from: { id: '1', aadObjectId: '1' },
        recipient: { id: '2' },
        conversation: { id: '3' },
      }),
    });
    assert.equal(response.status, 500);
    assert.match(await response.text(), /^\{"error":"Something went wrong\.","reference":"[0-9A-F]{8}"\}$/);
    assert.deepEqual(assistant.connector.calls, []);
    await assistant.stop();
    await issuer.stop();
  });
});

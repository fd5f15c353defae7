import assert from 'node:assert/strict';
import { busiest, createCount } from './connector/limits.ts';
import { summarise } from './connector/record.ts';
import { startTeamsConnector, type TeamsConnector } from './teams-connector.ts';

/** The stand-in has to be right about Teams' rules: the figures of the delivery rest on it. */
describe('the connector that behaves like Teams', () => {
  let now = 0;
  let connector: TeamsConnector;
  beforeEach(async () => {
    now = 0;
    connector = await startTeamsConnector({ limits: 'enforced', clock: () => now });
  });
  afterEach(() => connector.stop());

  async function send(conversationId: string, tenantId = 'tenant', path = ''): Promise<Response> {
    return fetch(`${connector.url}/v3/conversations/${conversationId}/activities${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', conversation: { id: conversationId, tenantId } }),
    });
  }

  const taken = async (moments: readonly number[], where: (nth: number) => string) => {
    const statuses: number[] = [];
    for (const [nth, moment] of moments.entries()) {
      now = moment;
      statuses.push((await send(where(nth))).status);
    }
    return statuses.map((status) => (status === 201 ? 'y' : 'n')).join('');
  };
  const oneChat = () => 'a:chat';
  const everyNew = (nth: number) => `a:chat-${nth}`;

  it('takes 7 messages a second in one chat, and the next one a second after the first', async () => {
    const eight = Array.from({ length: 8 }, (_, nth) => nth * 10);
    assert.equal(await taken([...eight, 999, 1000], oneChat), 'yyyyyyynny');
  });

  it('takes 8 in two seconds, replies and changes included', async () => {
    assert.equal(await taken([0, 1, 2, 3, 4, 5, 6, 1500, 1501], oneChat), 'yyyyyyyyn');
    now = 1502;
    assert.equal((await send('a:chat', 'tenant', '/question')).status, 429);
    const change = await fetch(`${connector.url}/v3/conversations/a:chat/activities/1`, { method: 'DELETE' });
    assert.equal(change.status, 429);
  });

  it('takes 60 in half a minute', async () => {
    const moments = Array.from({ length: 61 }, (_, nth) => nth * 400);
    assert.equal(await taken([...moments, 29_999, 30_000], oneChat), `${'y'.repeat(60)}nny`);
  });

  it('takes 50 requests a second in a tenant, in whichever chats, and goes on in another tenant', async () => {
    const moments = Array.from({ length: 51 }, (_, nth) => nth);
    assert.equal(await taken([...moments, 1000], everyNew), `${'y'.repeat(50)}ny`);
    now = 1000;
    assert.equal((await send('a:other', 'another')).status, 201);
  });

  it('says when to come back, or only that it is too much', async () => {
    await taken([0, 0, 0, 0, 0, 0, 0], oneChat);
    const answers = [await send('a:chat'), await send('a:chat')];
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('retry-after')]),
      [
        [429, '1'],
        [429, null],
      ],
    );
    assert.deepEqual(await answers[0]?.json(), { error: { code: 'Throttled', message: 'As told.' } });
  });

  it('finds the window that was too full in what it has seen', async () => {
    const seen = [0, 100, 200, 300, 400, 500, 600, 999].map((at) => ({
      at,
      operation: 'send' as const,
      tenantId: 'tenant',
      conversationId: 'a:chat',
      isOwed: true,
      status: 201,
      delivered: true,
    }));
    const { excesses, deliveries, sendingMs } = summarise(seen);
    assert.deepEqual(excesses, [{ where: 'send a:chat', seconds: 1, requests: 8, allowed: 7 }]);
    assert.deepEqual([deliveries, sendingMs], [{ 'a:chat': 8 }, 999]);
    assert.equal(busiest([0, 1000, 1999], 1), 2);
    assert.equal(createCount([{ requests: 1, seconds: 1 }]).wait(5), 0);
  });

  it('keeps every message that arrived, also behind an error, and every change', async () => {
    connector.failWith({ status: 502, delivered: true }, 1);
    assert.equal((await send('a:chat')).status, 502);
    connector.failWith('broken-after', 1);
    await assert.rejects(send('a:chat'));
    connector.failWith('broken', 1);
    await assert.rejects(send('a:chat'));
    assert.equal(connector.sent.length, 2);
    const update = await fetch(`${connector.url}/v3/conversations/a:chat/activities/sent-1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'new' }),
    });
    assert.equal(update.status, 200);
    assert.deepEqual(connector.changed, [
      { conversationId: 'a:chat', activityId: 'sent-1', activity: { type: 'message', text: 'new' } },
    ]);
  });

  it('has the same chat with a person each time one is created', async () => {
    const create = async () => {
      const response = await fetch(`${connector.url}/v3/conversations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ members: [{ id: '29:jo' }], channelData: { tenant: { id: 'tenant' } } }),
      });
      return [response.status, await response.json()];
    };
    assert.deepEqual(await create(), [201, { id: 'a:chat-with-29:jo' }]);
    assert.deepEqual(await create(), [201, { id: 'a:chat-with-29:jo' }]);
  });
});

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnectorClient } from '../../../bot/teams/connector-client.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

const SECRET_TOKEN = 'the-token-of-the-bot';

describe('a message that nobody typed for', () => {
  let teams: TeamsConnector;
  let evil: Server;
  let evilUrl: string;
  let asked: string[];
  before(async () => {
    teams = await startTeamsConnector();
    // Sends whoever asks on to Teams: the bot's token would go with it.
    evil = createServer((request, response) => {
      asked.push(String(request.headers.authorization));
      response.writeHead(307, { location: `${teams.url}${request.url}` });
      response.end();
    });
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
    evilUrl = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
    teams.calls.length = 0;
  });
  after(async () => {
    evil?.close();
    await teams?.stop();
  });

  function send(serviceUrl: string, allowedServiceHosts: string[]) {
    const credential = { getToken: async () => ({ token: SECRET_TOKEN, expiresOnTimestamp: 0 }) };
    const ids = { serviceUrl, channelId: 'msteams', botId: '28:assistant', personChannelId: '29:jo' };
    const to = { conversationId: 'a:jo', tenantId: 'tenant', ids };
    return createConnectorClient({ credential, allowedServiceHosts }).sendActivity(to, { text: 'hello' });
  }

  it('goes to no stored address that is no longer on the list', async () => {
    const { status, code } = await send(evilUrl, ['smba.trafficmanager.net']);
    assert.deepEqual([status, code], [403, 'HostNotAllowed']);
    assert.deepEqual(asked, [], 'the token was shown to a stranger');
  });

  for (const url of [
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'http://smba.trafficmanager.net/',
    'ftp://smba.trafficmanager.net/',
    'javascript:alert(1)',
    '',
  ]) {
    it(`goes to no address that only looks like one on the list: ${url || 'none'}`, async () => {
      assert.equal((await send(url, ['smba.trafficmanager.net'])).code, 'HostNotAllowed');
    });
  }

  it('follows nobody to another address', async () => {
    assert.deepEqual(await send(evilUrl, ['127.0.0.1']), { body: {} });
    assert.equal(asked.length, 1);
    assert.deepEqual(teams.calls, []);
  });
});

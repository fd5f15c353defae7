import assert from 'node:assert/strict';
import { type ConnectorClient, createConnectorClient } from '../../../bot/teams/connector-client.ts';
import { createTeamsChannels } from '../../../bot/teams/teams-channels.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

const PLACE = { tenantId: 'care', conversationId: '19:helpers', teamId: '19:team' };
const WITHIN_MS = 150;

forEachDatabase('A look at a channel', (open) => {
  let connector: TeamsConnector;
  before(async () => {
    connector = await startTeamsConnector();
  });
  after(() => connector?.stop());

  /** The channel is known; Teams takes its own time. */
  async function channels(instead: Partial<ConnectorClient> = {}) {
    const database = await open();
    await database.query(
      `insert into conversation (conversation_id, tenant_id, scope, service_url, channel_id, bot_id)
       values ($1, $2, 'channel', $3, 'msteams', '28:assistant')`,
      [PLACE.conversationId, PLACE.tenantId, connector.url],
    );
    const client = createConnectorClient({ credential: undefined, allowedServiceHosts: ['127.0.0.1'] });
    return createTeamsChannels(database, { ...client, ...instead }, WITHIN_MS);
  }

  it('ends without an answer when Teams is silent: the person is told to try again', async () => {
    connector.failWith('silent');
    assert.equal(await (await channels()).look(PLACE), undefined);
    connector.failWith(undefined);
  });

  it('ends without an answer when a team has more pages than there is time for, and asks for no more', async () => {
    let pages = 0;
    const second = Promise.withResolvers<void>();
    const { look } = await channels({
      async readTeam(_of, path) {
        if (path === 'teams/19%3Ateam') return { status: 200, body: { type: 'standard' } };
        if (path.endsWith('/conversations')) {
          return { status: 200, body: { conversations: [{ id: PLACE.conversationId }] } };
        }
        if (++pages === 2) await second.promise;
        return { status: 200, body: { members: [], continuationToken: String(pages) } };
      },
    });
    assert.equal(await look(PLACE), undefined);
    assert.equal(pages, 2);
    second.resolve();
    await new Promise((next) => setImmediate(next));
    assert.equal(pages, 2, 'the answer that came late leads to another question');
  });
});

import assert from 'node:assert/strict';
import pino from 'pino';
import { loadConfig } from '../../../bot/config.ts';
import { createServices, type Services } from '../../../bot/services.ts';
import { sharedKnowledge } from '../../support/assistant.ts';
import { type OwnPostgres, startOwnPostgres } from '../../support/own-postgres.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';
import { arrived, expectAllArrived, oweToMany, settled } from './owed-to-many.ts';
import { quickTime } from './quick-time.ts';

const MESSAGES = 80;

describe('a send during which PostgreSQL is started again', () => {
  let postgres: OwnPostgres | undefined;
  let services: Services | undefined;
  let connector: TeamsConnector;
  const time = quickTime(Date.now());
  before(async function () {
    this.timeout(120_000);
    const started = await startOwnPostgres();
    if ('reason' in started) {
      this.test?.parent?.eachTest((test) => {
        test.title += ` (skipped: ${started.reason})`;
      });
      this.skip();
    }
    postgres = started;
    connector = await startTeamsConnector({ answersAfter: 20 });
    const settings = { ASSISTANT_MODE: 'playground', DATABASE_URL: postgres.url, SENDS_PER_SECOND: '10' };
    services = await createServices(loadConfig(settings, {}), {
      ...time,
      log: pino({ level: 'silent' }),
      knowledge: sharedKnowledge(),
    });
    await services.startJobs();
  });
  after(async () => {
    await services?.close();
    await connector?.stop();
    await postgres?.remove();
  });

  it('goes on by itself, and everybody gets their message', async function () {
    this.timeout(120_000);
    assert.ok(services && postgres);
    const { database } = services;
    await oweToMany(database, { count: MESSAGES, url: connector.url, now: time.clock() });
    await arrived(connector, MESSAGES / 4);
    await postgres.crash();
    const during = connector.sent.length;
    assert.ok(during < MESSAGES);
    assert.equal((await services.readiness()).ready, false);
    await postgres.start();
    await settled(database);
    await expectAllArrived(database, connector, MESSAGES);
    assert.equal((await services.readiness()).ready, true);
  });
});

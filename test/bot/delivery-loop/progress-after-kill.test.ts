import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { confirmAlerts, proposeAlerts } from '../../../bench/delivery/staff.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { plainText } from '../../../cards/plain-text.ts';
import { makeDatabase } from '../../support/databases.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

const ALERTS = 200;
const ASKER = 'a:asker';

describe('how far a send is, when one of two replicas is killed', () => {
  let database: OpenDatabase | undefined;
  let drop: (() => Promise<void>) | undefined;
  let url = '';
  let connector: TeamsConnector;
  const replicas: ChildProcess[] = [];
  before(async function () {
    const made = await makeDatabase();
    if ('reason' in made) {
      this.test?.parent?.eachTest((test) => {
        test.title += ` (skipped: ${made.reason})`;
      });
      this.skip();
    }
    ({ url, drop } = made);
    database = await openDatabase({ databaseUrl: url, dataFolder: 'memory:' });
    connector = await startTeamsConnector({ answersAfter: 20 });
  });
  after(async () => {
    for (const replica of replicas) replica.kill('SIGKILL');
    await connector?.stop();
    await database?.close();
    await drop?.();
  });

  const began = Date.now();
  async function startReplica(): Promise<ChildProcess> {
    const replica = fork(new URL('./replica.ts', import.meta.url), [url, String(began)]);
    replicas.push(replica);
    await once(replica, 'message');
    return replica;
  }
  const changes = () => connector.changed.filter(({ conversationId }) => conversationId === ASKER);

  it('is still told on the same card, up to the report', async function () {
    this.timeout(120_000);
    assert.ok(database);
    const [first] = await Promise.all([startReplica(), startReplica()]);
    const sendId = await proposeAlerts(database, ALERTS, connector.url);
    await confirmAlerts(database, sendId);
    while (changes().length === 0) await sleep(10);
    const atKill = connector.sent.length;
    first.kill('SIGKILL');
    assert.ok(atKill < ALERTS, 'there is something left to do');
    const isOver = async (opened: OpenDatabase) =>
      (
        await opened.query(
          `select 1 from send where send_id = $1::uuid and state = 'reported' and progress_next_at is null`,
          [sendId],
        )
      ).length > 0;
    while (!(await isOver(database))) await sleep(50);
    assert.equal(new Set(changes().map(({ activityId }) => activityId)).size, 1, 'one card');
    const [attachment] = changes().at(-1)?.activity?.attachments ?? [];
    const words = plainText(attachment?.content as AdaptiveCard);
    assert.match(words, /^Your warnings were sent|^Some warnings/);
    assert.match(words, new RegExp(`Sent: ${ALERTS}\\n`));
  });
});

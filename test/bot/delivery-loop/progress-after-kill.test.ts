import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { confirmAlerts, proposeAlerts } from '../../../bench/delivery/staff.ts';
import type { OpenDatabase } from '../../../bot/database/open-database.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { plainText } from '../../../cards/plain-text.ts';
import { replicasOnPostgres } from './replicas.ts';

const ALERTS = 200;
const ASKER = 'a:asker';

describe('how far a send is, when one of two replicas is killed', () => {
  const replicas = replicasOnPostgres();
  const changes = () =>
    replicas.place().connector.changed.filter(({ conversationId }) => conversationId === ASKER);

  it('is still told on the same card, up to the report', async function () {
    this.timeout(120_000);
    const { database, connector } = replicas.place();
    const [first] = await Promise.all([replicas.start(), replicas.start()]);
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

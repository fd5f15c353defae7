import assert from 'node:assert/strict';
import { arrived, expectAllArrived, oweToMany, settled } from './owed-to-many.ts';
import { quickTime } from './quick-time.ts';
import { replicasOnPostgres } from './replicas.ts';

const MESSAGES = 100;
/** More than one batch and what is under way could leave in doubt would mean that claims are too long. */
const MOST_IN_DOUBT = 30;

describe('two replicas on PostgreSQL, one of which is killed', () => {
  const replicas = replicasOnPostgres();

  it('lose no message, and mark those that may have arrived twice', async function () {
    this.timeout(120_000);
    const { database, connector } = replicas.place();
    const [first] = await Promise.all([replicas.start(), replicas.start()]);
    await oweToMany(database, {
      count: MESSAGES,
      url: connector.url,
      now: quickTime(replicas.began).clock(),
    });
    await arrived(connector, MESSAGES / 3);
    first.kill('SIGKILL');
    await settled(database);
    const inDoubt = await expectAllArrived(database, connector, MESSAGES);
    assert.ok(inDoubt <= MOST_IN_DOUBT, `${inDoubt} of ${MESSAGES} may have arrived twice`);
  });
});

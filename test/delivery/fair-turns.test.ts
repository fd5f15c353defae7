import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { owe } from '../../delivery/ledger.ts';
import type { ClaimedMessage } from '../../delivery/owed-message.ts';
import { forEachDatabase } from '../support/databases.ts';
import { deliver, delivered, handClock, START } from './sample-delivery.ts';

interface Owing {
  organisation?: string;
  urgent?: boolean;
  tenantId?: string;
  /** All to one person. */
  to?: string;
}

async function oweFor(database: Database, count: number, owing: Owing): Promise<void> {
  const { organisation = '', urgent = false, tenantId = 'tenant' } = owing;
  for (let at = 0; at < count; at++) {
    const key = `${tenantId}/${organisation}/${urgent}/${at}`;
    await owe(
      database,
      {
        reasonKey: key,
        kind: 'test',
        to: { tenantId, aadObjectId: owing.to ?? key },
        content: { organisation, urgent },
        notBefore: START,
        organisation,
        urgent,
      },
      START,
    );
  }
}

/** In which order they leave, as a letter for each organisation; urgent ones are capital. */
async function order(database: Database): Promise<string> {
  const sent: ClaimedMessage[] = [];
  await deliver(database, handClock(), delivered, { sent });
  return sent
    .map(({ content }) =>
      content.urgent ? String(content.organisation).toUpperCase() : content.organisation,
    )
    .join('');
}

forEachDatabase('what waits to be sent', (open) => {
  it('leaves by turns: a small send does not wait for a large one that was there before', async () => {
    const database = await open();
    await oweFor(database, 40, { organisation: 'a' });
    await oweFor(database, 3, { organisation: 'b' });
    await oweFor(database, 3, { organisation: 'c' });
    const left = await order(database);
    assert.match(left.slice(0, 9), /^(?=(.*a){3})(?=(.*b){3})(?=(.*c){3})/, left);
  });

  it('lets another organisation’s urgent warnings go first, and everything else go on', async () => {
    const database = await open();
    await oweFor(database, 40, { organisation: 'a' });
    await oweFor(database, 12, { organisation: 'b', urgent: true });
    const left = await order(database);
    assert.equal((left.slice(0, 16).match(/B/g) ?? []).length, 12, left);
    assert.match(left.slice(0, 4), /a/, left);
  });

  it('gives urgent warnings their turns by organisation as well', async () => {
    const database = await open();
    await oweFor(database, 30, { organisation: 'a', urgent: true });
    await oweFor(database, 2, { organisation: 'b', urgent: true });
    assert.match((await order(database)).slice(0, 4), /B.*B/);
  });

  it('goes on in one tenant while Teams has another one wait', async () => {
    const database = await open();
    await oweFor(database, 5, { tenantId: 'busy' });
    await oweFor(database, 5, { tenantId: 'quiet' });
    const clock = handClock();
    const times = new Map<string, number>();
    await deliver(database, clock, (message) => {
      times.set(message.tenantId, clock.now().getTime() - START.getTime());
      return message.tenantId === 'busy' && message.attempt === 1
        ? { kind: 'throttled', status: 429, retryAfterMs: 60_000 }
        : delivered(message);
    });
    assert.ok((times.get('busy') ?? 0) >= 60_000);
    // The two share one hand clock, which the busy one moves on while it waits, a piece at a time.
    assert.ok((times.get('quiet') ?? 0) < 60_000, `${times.get('quiet')}`);
  });

  it('does not reach one person all at once', async () => {
    const database = await open();
    await oweFor(database, 4, { to: 'jo' });
    const clock = handClock();
    const times: number[] = [];
    for (let round = 0; round < 8; round++) {
      await deliver(database, clock, (message) => {
        times.push(clock.now().getTime());
        return delivered(message);
      });
      clock.forward(1000);
    }
    assert.equal(times.length, 4);
    assert.ok(
      times.every((time, at) => at === 0 || time - (times[at - 1] ?? 0) >= 1000),
      `${times}`,
    );
  });
});

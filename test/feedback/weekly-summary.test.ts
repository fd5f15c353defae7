import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import {
  oweWeeklySummary,
  setWeeklySummary,
  WEEKLY_SUMMARY,
  wantsWeeklySummary,
} from '../../feedback/weekly-summary.ts';
import { forEachDatabase } from '../support/databases.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const WEEK = {
  from: new Date('2026-11-16T00:00:00Z'),
  to: new Date('2026-11-23T00:00:00Z'),
  firstDay: '2026-11-16',
  lastDay: '2026-11-22',
};

forEachDatabase('the weekly summary', (open) => {
  interface Known {
    expires?: string;
    guest?: boolean;
    chat?: 'personal' | 'channel' | 'closed';
    organisations?: string[];
  }
  async function administrator(database: Database, id: string, known: Known = {}) {
    const { expires = null, guest = false, chat = 'personal', organisations = ['A1'] } = known;
    await database.query('insert into person (tenant_id, aad_object_id, is_guest) values ($1, $2, $3)', [
      't',
      id,
      guest,
    ]);
    for (const odsCode of organisations) {
      await database.query(
        `insert into organisation (ods_code, name, is_nas) values ($1, $1, true) on conflict do nothing`,
        [odsCode],
      );
      await database.query(
        `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by, expires_at)
         values ('t', $1, $2, 'test', $3)`,
        [id, odsCode, expires],
      );
    }
    await database.query(
      `insert into conversation (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id, closed_at, closed_reason)
       values ($1, 't', $1, $2, 'https://teams', 'msteams', 'bot', $3, $4)`,
      [
        id,
        chat === 'channel' ? 'channel' : 'personal',
        chat === 'closed' ? NOW : null,
        chat === 'closed' ? 'removed' : null,
      ],
    );
  }
  async function asked(database: Database) {
    await database.query(
      `insert into turn_record (at, feature, outcome, entries, masked, latency_ms)
       values ('2026-11-18T10:00:00Z', 'aup', 'not-covered', '{gap}', false, 1)`,
    );
  }
  const owe = (database: Database) => oweWeeklySummary(database, WEEK, (id) => `Title of ${id}`, NOW);

  it('is owed once to each who administers now, whatever number of organisations, and to nobody else', async () => {
    const database = await open();
    await asked(database);
    await administrator(database, 'one');
    await administrator(database, 'two', { organisations: ['A1', 'B2'], expires: '2026-12-01T00:00:00Z' });
    await administrator(database, 'ended', { expires: '2026-11-22T00:00:00Z' });
    await administrator(database, 'guest', { guest: true });
    await administrator(database, 'no-chat', { chat: 'channel' });
    await administrator(database, 'taken-away', { chat: 'closed' });
    await administrator(database, 'off');
    await setWeeklySummary(database, { tenantId: 't', aadObjectId: 'off' }, false, NOW);
    assert.equal(await owe(database), 2);
    assert.equal(await owe(database), 0);
    const rows = await database.query<{ who: string; kind: string; worst: unknown }>(
      `select aad_object_id as who, kind, content->'worst' as worst from owed_message order by who`,
    );
    const worst = [{ title: 'Title of gap', notCovered: 1, thumbsDown: 0, notAsked: 0 }];
    assert.deepEqual(rows, [
      { who: 'one', kind: WEEKLY_SUMMARY, worst },
      { who: 'two', kind: WEEKLY_SUMMARY, worst },
    ]);
  });

  it('is owed to nobody for a week in which nothing was asked', async () => {
    const database = await open();
    await administrator(database, 'one');
    assert.equal(await owe(database), 0);
  });

  it('is turned off and on by each, twice as well as once', async () => {
    const database = await open();
    const person = { tenantId: 't', aadObjectId: 'one' };
    assert.equal(await wantsWeeklySummary(database, person), true);
    for (const wanted of [false, false, true, true]) {
      await setWeeklySummary(database, person, wanted, NOW);
      assert.equal(await wantsWeeklySummary(database, person), wanted);
      assert.equal(await wantsWeeklySummary(database, { ...person, aadObjectId: 'two' }), true);
    }
  });
});

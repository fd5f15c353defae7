/** Messages to many people who have the assistant, and what became of them. */

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../delivery/database.ts';
import { DSPT_REMINDER } from '../../../dialogs/dspt/owed-cards.ts';
import type { TeamsConnector } from '../../support/teams-connector.ts';

export async function oweToMany(
  database: Database,
  { count, url, now }: { count: number; url: string; now: Date },
): Promise<void> {
  await database.query(
    `insert into conversation
       (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id, person_channel_id)
     select 'a:' || nth, 'tenant', 'person-' || nth, 'personal', $2, 'msteams', '28:assistant', '29:' || nth
     from generate_series(1, $1::int) as nth`,
    [count, url],
  );
  const content = { about: 'The toolkit', deadline: '2027-06-30', daysBefore: 1, source: 'S', why: 'W' };
  await database.query(
    `with owed as (
       insert into owed_message (reason_key, kind, tenant_id, aad_object_id, content, not_before, planned_at, changed_at)
       select 'reason-' || nth, $3, 'tenant', 'person-' || nth, $4::jsonb, $2::timestamptz, $2::timestamptz,
         $2::timestamptz
       from generate_series(1, $1::int) as nth returning owed_id)
     insert into owed_message_change (owed_id, at, state) select owed_id, $2::timestamptz, 'planned' from owed`,
    [count, now, DSPT_REMINDER, JSON.stringify(content)],
  );
}

/** Waits until Teams has got so many. */
export async function arrived(connector: TeamsConnector, count: number): Promise<void> {
  while (connector.sent.length < count) await sleep(10);
}

/** Waits until nothing is on its way. A database that is away is asked again. */
export async function settled(database: Database): Promise<void> {
  const waiting = () =>
    database.query(`select 1 from owed_message where state not in ('sent', 'failed', 'cancelled') limit 1`);
  while ((await waiting().catch(() => ['not known'])).length > 0) await sleep(50);
}

/** Everybody got it, and whoever got it twice is marked. @returns how many are marked. */
export async function expectAllArrived(
  database: Database,
  connector: TeamsConnector,
  count: number,
): Promise<number> {
  const rows = await database.query<{ chat: string; state: string; mayRepeat: boolean }>(
    `select 'a:' || substring(aad_object_id from 8) as chat, state, was_ambiguous as "mayRepeat" from owed_message`,
  );
  assert.equal(rows.length, count);
  for (const { chat, state, mayRepeat } of rows) {
    const times = connector.sent.filter(({ conversationId }) => conversationId === chat).length;
    assert.equal(state, 'sent');
    assert.ok(times === 1 || (times > 1 && mayRepeat), `${chat} arrived ${times} times`);
  }
  return rows.filter(({ mayRepeat }) => mayRepeat).length;
}

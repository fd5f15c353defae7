/** A clock that tests turn by hand, messages to owe, and a Teams that answers as it is told. */
import { randomUUID } from 'node:crypto';
import { setImmediate as immediate } from 'node:timers/promises';
import { claimDue } from '../../delivery/claim.ts';
import { DOCUMENTED_LIMITS } from '../../delivery/conversation-limits.ts';
import type { Database } from '../../delivery/database.ts';
import type { DeliveryCounts } from '../../delivery/deliver.ts';
import { deliverDue } from '../../delivery/deliver.ts';
import { owe } from '../../delivery/ledger.ts';
import type { ClaimedMessage } from '../../delivery/owed-message.ts';
import type { SendResult } from '../../delivery/sender.ts';

export const START = new Date('2026-11-21T10:00:00Z');

export interface HandClock {
  now: () => Date;
  forward: (ms: number) => void;
}

export function handClock(): HandClock {
  let now = START.getTime();
  return {
    now: () => new Date(now),
    forward: (ms) => {
      now += ms;
    },
  };
}

/** Owes so many messages, to `person-0` and on. */
export async function oweMany(database: Database, count: number, notBefore = START): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const to = { tenantId: 'tenant', aadObjectId: `person-${at}` };
    await owe(database, { reasonKey: `reason-${at}`, kind: 'test', to, content: { at }, notBefore }, START);
  }
}

export type Answer = (message: ClaimedMessage) => SendResult | Promise<SendResult>;
export const delivered: Answer = ({ owedId, attempt }) => ({
  kind: 'delivered',
  activityId: `activity-${owedId}-${attempt}`,
});

/** Everybody to whom something is owed has a chat with the assistant. */
export async function giveChats(database: Database): Promise<void> {
  await database.query(
    `insert into conversation
       (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id, person_channel_id)
     select distinct 'chat-' || aad_object_id, tenant_id, aad_object_id, 'personal', 'http://127.0.0.1:9', 'msteams',
       '28:assistant', '29:' || aad_object_id
     from owed_message on conflict do nothing`,
  );
}

/** Claims up to so many for the one organisation that tests mostly have. */
export async function claim(database: Database, now: Date, wanted: number): Promise<ClaimedMessage[]> {
  const turns = [{ urgency: 1, organisation: '', wanted }];
  return (await claimDue(database, { tenantId: 'tenant', now, turns, limits: DOCUMENTED_LIMITS })).messages;
}

/** Runs the deliverer; waiting moves the clock. `sent` gets every message that Teams was asked to deliver. */
export async function deliver(
  database: Database,
  clock: HandClock,
  answer: Answer,
  options: { sent?: ClaimedMessage[]; perSecond?: number; stop?: AbortSignal } = {},
): Promise<DeliveryCounts> {
  const { sent = [], perSecond = 10, stop } = options;
  await giveChats(database);
  return deliverDue({
    database,
    clock: clock.now,
    replica: randomUUID(),
    limits: DOCUMENTED_LIMITS,
    // What has been started gets to leave before time passes.
    wait: async (ms) => {
      await immediate();
      clock.forward(ms);
    },
    random: () => 0.5,
    perSecond,
    sender: {
      async send(message) {
        sent.push(message);
        return answer(message);
      },
    },
    ...(stop && { stop }),
  });
}

export interface LedgerRow {
  owedId: number;
  state: string;
  attempts: number;
  failure: string | null;
  activityId: string | null;
  wasAmbiguous: boolean;
  status: number | null;
}

export function ledger(database: Database): Promise<LedgerRow[]> {
  return database.query<LedgerRow>(
    `select owed_id as "owedId", state, attempts, failure, activity_id as "activityId",
       was_ambiguous as "wasAmbiguous", last_status as status from owed_message order by owed_id`,
  );
}

/** The states that a row went through, in order. */
export async function history(database: Database, owedId = 1): Promise<string[]> {
  const rows = await database.query<{ state: string }>(
    'select state from owed_message_change where owed_id = $1 order by change_id',
    [owedId],
  );
  return rows.map(({ state }) => state);
}

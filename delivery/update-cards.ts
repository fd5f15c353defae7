/**
 * Puts new cards in the place of those that people have on their screens. To do it twice leaves the same card, so an
 * answer that did not come is simply asked for again.
 */
import type { Database } from './database.ts';
import { backoffMs } from './next-step.ts';
import { type ChatAddress, type Content, MAX_ATTEMPTS, type Recipient } from './owed-message.ts';
import type { SendResult } from './sender.ts';

/** The port through which cards are changed: `bot/` implements it with Teams. */
export interface CardUpdater {
  /** Changes the card once, and answers within 15 seconds. */
  update(card: CardToUpdate): Promise<SendResult>;
}

export interface CardToUpdate extends Recipient {
  owedId: number;
  /** The id that Teams gave to the message. */
  activityId: string;
  kind: string;
  content: Content;
  chat: ChatAddress;
}

export interface CardUpdating {
  database: Database;
  updater: CardUpdater;
  clock: () => Date;
  wait: (ms: number) => Promise<void>;
  random?: () => number;
}

export interface NewCardUpdate {
  owedId: number;
  kind: string;
  content: Content;
}

/** A claim that was lost with its replica is free again after this. */
const CLAIM_LASTS_MS = 60_000;
const AT_ONCE = 10;
/** Slow enough that warnings and replies do not wait for it. */
const BETWEEN_TWO_MS = 100;

/** Plans a change of each of these cards. One that was changed, or is going to be, is not changed again. */
export async function planCardUpdates(
  database: Database,
  updates: readonly NewCardUpdate[],
  now: Date,
): Promise<void> {
  await database.query(
    `insert into card_update (owed_id, kind, content, not_before, changed_at)
     select "owedId", kind, content, $1::timestamptz, $1::timestamptz
     from jsonb_to_recordset($2::jsonb) as r("owedId" bigint, kind text, content jsonb)
     on conflict (owed_id) do nothing`,
    [now, JSON.stringify(updates)],
  );
}

/** Changes all cards that are due. Stops when Teams is too busy. @returns how many were changed. */
export async function updateCards(updating: CardUpdating): Promise<number> {
  let done = 0;
  for (;;) {
    const claimed = await claim(updating);
    if (claimed.length === 0) return done;
    for (const card of claimed) {
      const result = await answerTo(updating, card);
      await settle(updating, card, result);
      if (result.kind === 'delivered') done++;
      if (result.kind === 'throttled') return done;
      await updating.wait(BETWEEN_TWO_MS);
    }
  }
}

interface Claimed extends Omit<CardToUpdate, 'chat'> {
  attempts: number;
  chat: ChatAddress | null;
}

function claim({ database, clock }: CardUpdating): Promise<Claimed[]> {
  const now = clock();
  return database.query<Claimed>(
    `with due as (
       select owed_id from card_update where state = 'planned' and not_before <= $1::timestamptz
       order by not_before, owed_id limit ${AT_ONCE} for update skip locked),
     claimed as (
       update card_update set attempts = attempts + 1, not_before = $2::timestamptz, changed_at = $1::timestamptz
       from due where card_update.owed_id = due.owed_id
       returning card_update.owed_id, card_update.kind, card_update.content, attempts)
     select claimed.owed_id as "owedId", claimed.kind, claimed.content, claimed.attempts,
       activity_id as "activityId", owed.tenant_id as "tenantId", owed.aad_object_id as "aadObjectId",
       case when found.conversation_id is not null then
         json_build_object('conversationId', found.conversation_id, 'serviceUrl', service_url, 'channelId', channel_id,
           'botId', bot_id, 'personChannelId', person_channel_id, 'scope', scope) end as chat
     from claimed join owed_message owed using (owed_id)
     left join lateral (
       select * from conversation where conversation.tenant_id = owed.tenant_id
         and conversation.aad_object_id = owed.aad_object_id and scope = 'personal' and closed_at is null
       order by installed_at desc limit 1) found on true
     order by claimed.owed_id`,
    [now, new Date(now.getTime() + CLAIM_LASTS_MS)],
  );
}

async function answerTo({ updater }: CardUpdating, { chat, ...card }: Claimed): Promise<SendResult> {
  if (!chat) return { kind: 'refused', status: 404, reason: 'There is no chat any more.' };
  return updater
    .update({ ...card, chat })
    .catch((): SendResult => ({ kind: 'unsure', reason: 'the update broke off' }));
}

async function settle(
  { database, clock, random = Math.random }: CardUpdating,
  { owedId, attempts }: Claimed,
  result: SendResult,
): Promise<void> {
  const now = clock();
  const isOver = result.kind === 'refused' || attempts >= MAX_ATTEMPTS;
  const state = result.kind === 'delivered' ? 'done' : isOver ? 'given-up' : 'planned';
  const asked = result.kind === 'throttled' ? (result.retryAfterMs ?? 0) : 0;
  const again = new Date(now.getTime() + Math.max(asked, backoffMs(attempts, random)));
  await database.query(
    `update card_update set state = $2, not_before = $3::timestamptz, changed_at = $4::timestamptz
     where owed_id = $1 and state = 'planned'`,
    [owedId, state, again, now],
  );
}

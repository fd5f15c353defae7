/** Claims what is due: only this replica may send it now. A claim is written just before the request, a few at a time. */
import { NAME_GIVEN_BACK } from './cancel-owed.ts';
import { type ConversationLimit, limitsForOwed } from './conversation-limits.ts';
import type { Database } from './database.ts';
import { maySend } from './may-send.ts';
import { type ClaimedMessage, MAX_ATTEMPTS } from './owed-message.ts';
import type { Turn } from './turns.ts';

/**
 * A claim that was not settled by then was lost with its replica: a second until its turn, fifteen until Teams has
 * answered or never will, and a little for writing it down.
 */
export const CLAIM_LASTS_MS = 20_000;
/** Two messages for one person do not leave together. */
const BETWEEN_TWO = '1 second';
/** What changes a message that is still on its way looks again after this. */
const UNTIL_SENT = '2 seconds';
const NO_ANSWER = 'The service stopped before Teams answered, so it may or may not have arrived.';

export interface ClaimQuestion {
  tenantId: string;
  now: Date;
  /** How many to take for whom. */
  turns: readonly Turn[];
  limits: readonly ConversationLimit[];
}

export interface Claim {
  messages: ClaimedMessage[];
  /** When the first of those that were put off comes due. */
  nextAt: Date | undefined;
}

/**
 * What is picked is either claimed, or put off because its conversation had its fill or another message for the same
 * person goes first. Nothing is picked while the tenant is paused.
 */
const CLAIM = `
  with picked as materialized (
    select due.*, turn.place
    from unnest($3::int[], $4::text[], $5::int[]) with ordinality as turn (urgency, organisation, wanted, place)
    cross join lateral (
      select owed_id, aad_object_id, not_before, conversation_id as goes_to, target_key, target_use from owed_message
      where tenant_id = $2 and urgency = turn.urgency and organisation = turn.organisation
        and state in ('planned', 'retrying', 'ambiguous') and not_before <= $1::timestamptz and ${maySend('$1')}
      order by not_before, owed_id limit turn.wanted for update skip locked) as due
    where not exists (select 1 from tenant_rate where tenant_id = $2 and paused_until > $1::timestamptz)),
  chat as materialized (
    select picked.*, found.*,
      row_number() over (partition by coalesce(goes_to, picked.aad_object_id) order by place, picked.not_before,
        picked.owed_id) as nth,
      target.activity_id as target_activity,
      greatest(
        (select max(at) + interval '${BETWEEN_TWO}' from recent_request
          where conversation_id = found.conversation_id and not is_reply
            and at > $1::timestamptz - interval '${BETWEEN_TWO}'),
        (select max(earlier.at + earlier.seconds * interval '1 second')
          from unnest($6::int[], $7::int[]) as allowed (requests, seconds)
          cross join lateral (
            select at, allowed.seconds from recent_request
            where conversation_id = found.conversation_id
              and at > $1::timestamptz - allowed.seconds * interval '1 second'
            order by at desc offset allowed.requests - 1 limit 1) as earlier),
        case when target.state not in ('sent', 'failed', 'cancelled')
          then $1::timestamptz + interval '${UNTIL_SENT}' end) as free_at
    from picked left join lateral (
      select conversation_id, closed_reason, service_url, channel_id, bot_id, person_channel_id, scope from (
        select * from conversation where conversation_id = picked.goes_to and tenant_id = $2
        union all
        select * from conversation where picked.goes_to is null and tenant_id = $2
          and aad_object_id = picked.aad_object_id and scope = 'personal') as places
      order by (closed_at is null) desc, installed_at desc limit 1) as found on true
    left join owed_message as target on target.reason_key = picked.target_key),
  placed as materialized (
    select *, coalesce(free_at, case when nth > 1 then $1::timestamptz + interval '${BETWEEN_TWO}' end) as next_at
    from chat),
  claimed as (
    update owed_message set state = 'sending', attempts = attempts + 1, claimed_until = $8::timestamptz,
      changed_at = $1::timestamptz
    from placed where owed_message.owed_id = placed.owed_id and next_at is null returning owed_message.*),
  put_off as (
    update owed_message set not_before = next_at
    from placed where owed_message.owed_id = placed.owed_id and next_at is not null),
  noted as (
    insert into owed_message_change (owed_id, at, state, note)
    select owed_id, $1::timestamptz, 'sending', 'attempt ' || attempts from claimed),
  counted as (
    insert into recent_request (tenant_id, conversation_id, at, is_reply)
    select tenant_id, placed.conversation_id, $1::timestamptz, false from claimed join placed using (owed_id)
    where placed.conversation_id is not null and closed_reason is null)
  select next_at as "nextAt", owed_id as "owedId", kind, tenant_id as "tenantId",
    placed.aad_object_id as "aadObjectId", content, attempts as attempt, edition, was_ambiguous as "mayBeRepeat",
    claimed_until as "claimedUntil", claimed.activity_id as "activityId", closed_reason as "closedReason",
    case when placed.conversation_id is not null then
      json_build_object('conversationId', placed.conversation_id, 'serviceUrl', service_url, 'channelId', channel_id,
        'botId', bot_id, 'personChannelId', person_channel_id, 'scope', scope) end as chat,
    case when placed.target_use is not null then
      json_build_object('use', placed.target_use, 'activityId', target_activity) end as target
  from placed left join claimed using (owed_id) order by place, placed.not_before, owed_id`;

/** Takes messages that are due, in the order of the turns. No other replica gets them until the claim runs out. */
export async function claimDue(database: Database, question: ClaimQuestion): Promise<Claim> {
  const { tenantId, now, turns } = question;
  const limits = limitsForOwed(question.limits);
  const rows = await database.query<ClaimedMessage & { nextAt: Date | null }>(CLAIM, [
    now,
    tenantId,
    turns.map(({ urgency }) => urgency),
    turns.map(({ organisation }) => organisation),
    turns.map(({ wanted }) => wanted),
    limits.map(({ requests }) => requests),
    limits.map(({ seconds }) => seconds),
    new Date(now.getTime() + CLAIM_LASTS_MS),
  ]);
  const putOff = rows
    .flatMap(({ nextAt }) => nextAt ?? [])
    .toSorted((one, other) => Number(one) - Number(other));
  return {
    messages: rows.flatMap(({ nextAt, ...message }) => (nextAt === null ? [message] : [])),
    nextAt: putOff[0],
  };
}

/** A replica that stopped between sending and recording leaves a row that nobody can be sure of. */
export async function recoverLostClaims(database: Database, now: Date): Promise<void> {
  await database.query(
    `with lost as (
       select owed_id from owed_message where state = 'sending' and claimed_until <= $1::timestamptz
       for update skip locked),
     changed as (
       update owed_message set was_ambiguous = true, claimed_until = null, not_before = $1::timestamptz,
         changed_at = $1::timestamptz, last_status = null,
         state = case when cancel_asked_at is not null then 'cancelled'
           when attempts >= $2 then 'failed' else 'ambiguous' end,
         failure = case when cancel_asked_at is null and attempts >= $2 then $3::text end
       from lost where owed_message.owed_id = lost.owed_id returning owed_message.owed_id, state)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $1::timestamptz, state, $3::text from changed`,
    [now, MAX_ATTEMPTS, NO_ANSWER],
  );
}

/** Gives back what was claimed and not tried: it does not count as an attempt. */
export async function release(
  database: Database,
  messages: readonly ClaimedMessage[],
  notBefore: Date,
  now: Date,
): Promise<void> {
  await database.query(
    `with given as (
       select * from unnest($1::bigint[], $2::int[], $5::int[]) as g (owed_id, attempt, edition)),
     changed as (
       update owed_message set attempts = attempts - 1, claimed_until = null, changed_at = $4::timestamptz,
         not_before = $3::timestamptz,
         state = case when cancel_asked_at is not null then 'cancelled' when was_ambiguous then 'ambiguous'
           when attempts > 1 then 'retrying' else 'planned' end,
         reason_key = case when cancel_asked_at is not null and not was_ambiguous and send_id is null
           then ${NAME_GIVEN_BACK} else reason_key end
       from given where owed_message.owed_id = given.owed_id and state = 'sending' and attempts = given.attempt
         and owed_message.edition = given.edition
       returning owed_message.owed_id, state)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $4::timestamptz, state, 'given back untried' from changed`,
    [
      messages.map(({ owedId }) => owedId),
      messages.map(({ attempt }) => attempt),
      notBefore,
      now,
      messages.map(({ edition }) => edition),
    ],
  );
}

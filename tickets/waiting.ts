/** Questions that nobody takes, or can answer any more: whoever asked is told whom to ring. Run twice it tells them once. */
import type { Database } from '../delivery/database.ts';
import { oweChanges, oweWhomToRing } from './ticket-messages.ts';
import { ticketToShow } from './ticket-rows.ts';

const AT_ONCE = 200;

/** The person who asked waits: no helper has written since they did. */
const WAITS = `coalesce((select not by_helper from ticket_message where ticket_message.ticket_id = ticket.ticket_id
  order by nth desc limit 1), true)`;
/** Somebody had it, and their channel was given up since the person was last told. */
const IS_LOST = `ticket.state in ('taken', 'answered') and helper_channel.state <> 'in-use' and ${WAITS}
  and (told_to_ring_at is null or told_to_ring_at < helper_channel.ended_at)`;

/**
 * Their time is over, their channel is in use no more, or their card could not be put there.
 * @returns how many were told.
 */
export async function tellWhomToRing(database: Database, now: Date): Promise<number> {
  const due = await database.query<{ ticketId: string }>(
    `select ticket_id as "ticketId" from ticket join helper_channel using (helper_channel_id)
     where ticket.state = 'open' and told_to_ring_at is null
       and (ring_at <= $1::timestamptz or helper_channel.state <> 'in-use'
         or exists (select 1 from owed_message where reason_key = 'ticket:' || ticket_id || ':channel:' || helper_channel_id
           and owed_message.state = 'failed'))
       or (${IS_LOST})
     order by ring_at limit ${AT_ONCE}`,
    [now],
  );
  let told = 0;
  for (const { ticketId } of due) if (await tell(database, ticketId, now)) told++;
  return told;
}

function tell(database: Database, ticketId: string, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    // Somebody may have taken it meanwhile, or another channel may have it.
    const [due] = await transaction.query(
      `select 1 from ticket join helper_channel using (helper_channel_id)
       where ticket_id = $1::uuid and (ticket.state = 'open' and told_to_ring_at is null or (${IS_LOST}))
       for update of ticket`,
      [ticketId],
    );
    if (!due) return false;
    await sayWhomToRing(transaction, ticketId, now);
    return true;
  });
}

/** Nobody has it now: it is open, and the person who asked is told whom to ring. The caller has locked it. */
export async function sayWhomToRing(transaction: Database, ticketId: string, now: Date): Promise<void> {
  const [row] = await transaction.query<{ version: number }>(
    `update ticket set state = 'open', taken_by = null, taken_name = null, told_to_ring_at = $2::timestamptz,
       changed_at = case when state = 'open' then changed_at else $2::timestamptz end, version = version + 1
     where ticket_id = $1::uuid returning version`,
    [ticketId, now],
  );
  const ticket = row && (await ticketToShow(transaction, ticketId));
  if (!row || !ticket) return;
  await oweWhomToRing(transaction, ticket, row.version, now);
  // Helpers see that the person may have rung meanwhile.
  await oweChanges(transaction, ticket, row.version, now);
}

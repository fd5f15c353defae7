/** Questions that nobody takes: whoever asked is told whom to ring. Run twice it tells them once. */
import type { Database } from '../delivery/database.ts';
import { oweChanges, oweWhomToRing } from './ticket-messages.ts';
import { ticketToShow } from './ticket-rows.ts';

const AT_ONCE = 200;

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
     order by ring_at limit ${AT_ONCE}`,
    [now],
  );
  let told = 0;
  for (const { ticketId } of due) if (await tell(database, ticketId, now)) told++;
  return told;
}

function tell(database: Database, ticketId: string, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    // Somebody may have taken it meanwhile.
    const [row] = await transaction.query<{ version: number }>(
      `update ticket set told_to_ring_at = $2::timestamptz, version = version + 1
       where ticket_id = $1::uuid and state = 'open' and told_to_ring_at is null returning version`,
      [ticketId, now],
    );
    const ticket = row && (await ticketToShow(transaction, ticketId));
    if (!row || !ticket) return false;
    await oweWhomToRing(transaction, ticket, row.version, now);
    // Helpers see that the person may have rung meanwhile.
    await oweChanges(transaction, ticket, row.version, now);
    return true;
  });
}

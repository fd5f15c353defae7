/** Takes back what need not be sent any more, or can no longer be sent in its hours. */
import type { Database } from './database.ts';
import { mayStillKnow } from './may-send.ts';

/** The name of a row that is cancelled and surely never arrived: so its reason can be owed again. */
export const NAME_GIVEN_BACK = "reason_key || ':cancelled:' || owed_message.owed_id";

/** One that is being sent at this moment, or once was without our knowing what came of it, may arrive: it keeps its name. */
const CANCELLED = `
  state = case when state = 'sending' then state else 'cancelled' end,
  cancel_asked_at = $1::timestamptz, changed_at = $1::timestamptz,
  reason_key = case when state = 'sending' or was_ambiguous then reason_key else ${NAME_GIVEN_BACK} end`;
const NOTED = `
  insert into owed_message_change (owed_id, at, state, note)
  select owed_id, $1::timestamptz, state, $2::text from cancelled where state = 'cancelled' returning owed_id`;

/** @param condition SQL over `owed_message`, with parameters from `$3` on. @returns how many were cancelled. */
export async function cancelOwed(
  database: Database,
  { condition, parameters, note, now }: { condition: string; parameters: unknown[]; note: string; now: Date },
): Promise<number> {
  const rows = await database.query(
    `with cancelled as (
       update owed_message set ${CANCELLED}
       where state in ('planned', 'retrying', 'ambiguous', 'sending')
         and (state <> 'sending' or cancel_asked_at is null) and (${condition}) returning owed_id, state)
     ${NOTED}`,
    [now, note, ...parameters],
  );
  return rows.length;
}

/** What could not be sent within its hours, such as after a stop of the service. Call before delivering. */
export async function cancelLate(database: Database, now: Date): Promise<number> {
  const rows = await database.query(
    `with cancelled as (
       update owed_message set ${CANCELLED}
       where state in ('planned', 'retrying', 'ambiguous') and not_after <= $1::timestamptz returning owed_id, state)
     ${NOTED}`,
    [now, 'its hours were over'],
  );
  return rows.length;
}

/** What its reader may no longer know, since their access ended. Call before delivering. */
export function cancelWithoutAccess(database: Database, now: Date): Promise<number> {
  return cancelOwed(database, {
    condition: `needs_access_to is not null and not ${mayStillKnow('$1')}`,
    parameters: [],
    note: 'their access has ended',
    now,
  });
}

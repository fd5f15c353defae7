/** Reminders that a person asked for: a series of owed messages leading up to one day, listed and cancelled together. */
import type { Database } from './database.ts';
import type { Content, Recipient } from './owed-message.ts';

/** What a reminder's card needs; its shape belongs to the kind, but a list of reminders can always say this. */
export type ReminderContent = Content & { about: string };

export interface ReminderDate {
  daysBefore: number;
  notBefore: Date;
  content: ReminderContent;
}

export interface NewReminders {
  kind: string;
  to: Recipient;
  /** What the series leads up to, for example the day: with the kind and the person it is the reason. */
  key: string;
  dates: readonly ReminderDate[];
  /** False when somebody else turns them on: then one that the person cancelled stays so. */
  askedByThem?: boolean;
  now: Date;
}

/** A reminder that is still to come. */
export interface Reminder extends ReminderDate {
  kind: string;
  key: string;
}

const COLUMNS =
  'kind, series as key, days_before as "daysBefore", not_before as "notBefore", content' as const;

/**
 * Plans the dates that are still to come. One that was sent, or is planned, is not planned again; one that was
 * cancelled is, when the person asks again for themselves. Call it in a transaction to replace other reminders.
 * @returns those that are planned by this call, the soonest first.
 */
export async function planReminders(database: Database, reminders: NewReminders): Promise<Reminder[]> {
  const { kind, to, key, dates, now, askedByThem = true } = reminders;
  const rows = dates.map((date) => ({
    ...date,
    reasonKey: [kind, to.tenantId, to.aadObjectId, key, date.daysBefore].join('/'),
  }));
  const planned = await database.query<Reminder>(
    `with owed as (
       insert into owed_message (reason_key, kind, tenant_id, aad_object_id, series, days_before, content, not_before,
         planned_at, changed_at)
       select "reasonKey", $1::text, $2::text, $3::text, $4::text, "daysBefore", content, "notBefore",
         $5::timestamptz, $5::timestamptz
       from jsonb_to_recordset($6::jsonb)
         as r("reasonKey" text, "daysBefore" int, "notBefore" timestamptz, content jsonb)
       where "notBefore" > $5::timestamptz
       on conflict (reason_key) do update set state = 'planned', content = excluded.content,
         not_before = excluded.not_before, planned_at = excluded.planned_at, changed_at = excluded.changed_at
         where owed_message.state = 'cancelled' and not owed_message.was_ambiguous and $7::boolean
       returning *),
     noted as (
       insert into owed_message_change (owed_id, at, state) select owed_id, $5::timestamptz, 'planned' from owed)
     select ${COLUMNS} from owed order by not_before`,
    [kind, to.tenantId, to.aadObjectId, key, now, JSON.stringify(rows), askedByThem],
  );
  return planned;
}

/** @returns the person's reminders that are still to come, the soonest first. */
export function remindersFor(database: Database, to: Recipient, kind?: string): Promise<Reminder[]> {
  return database.query<Reminder>(
    `select ${COLUMNS} from owed_message
     where tenant_id = $1 and aad_object_id = $2 and series is not null and state = 'planned'
       and ($3::text is null or kind = $3::text) order by not_before`,
    [to.tenantId, to.aadObjectId, kind ?? null],
  );
}

/**
 * Cancels what is still to come. One that is being sent at this moment arrives.
 * @param key only this series; all of the kind when it is left out.
 * @returns how many.
 */
export async function cancelReminders(
  database: Database,
  to: Recipient,
  kind: string,
  now: Date,
  key?: string,
): Promise<number> {
  const rows = await database.query(
    `with cancelled as (
       update owed_message set state = 'cancelled', changed_at = $4::timestamptz
       where tenant_id = $1 and aad_object_id = $2 and kind = $3 and series is not null and state = 'planned'
         and ($5::text is null or series = $5::text)
       returning owed_id)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $4::timestamptz, 'cancelled', 'the person cancelled it' from cancelled returning owed_id`,
    [to.tenantId, to.aadObjectId, kind, now, key ?? null],
  );
  return rows.length;
}

/**
 * After the service was stopped for days, several reminders of a series can be due at once: only the newest is worth
 * sending. Call before delivering. @returns how many were cancelled.
 */
export async function cancelOvertaken(database: Database, now: Date): Promise<number> {
  const rows = await database.query(
    `with cancelled as (
       update owed_message as old set state = 'cancelled', changed_at = $1::timestamptz
       where old.state = 'planned' and old.series is not null and old.not_before <= $1::timestamptz
         and exists (select 1 from owed_message as newer
           where newer.tenant_id = old.tenant_id and newer.aad_object_id = old.aad_object_id
             and newer.kind = old.kind and newer.series = old.series and newer.state <> 'cancelled'
             and newer.not_before > old.not_before and newer.not_before <= $1::timestamptz)
       returning old.owed_id)
     insert into owed_message_change (owed_id, at, state, note)
     select owed_id, $1::timestamptz, 'cancelled', 'overtaken by a later reminder' from cancelled returning owed_id`,
    [now],
  );
  return rows.length;
}

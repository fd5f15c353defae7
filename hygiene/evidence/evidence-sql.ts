/** The events of a period as one table, from the flags, the ledger and the audit. `$1` to `$2`, in the time zone `$3`. */
import { INACTIVITY_WARNING } from '../inactivity-warning.ts';

/** In the order of the parts below. */
export const OWN_COLUMNS = `kind, key, "odsCode", address, at, "isDay", profile, stage, "happensOn", state, "mayBeTwice",
  failure, what, before, after, by`;

const DAY_OF = (column: string) => `(flag.${column}::timestamp at time zone $3)`;
const IN_PERIOD = (moment: string) => `${moment} >= $1::timestamptz and ${moment} < $2::timestamptz`;
const FLAG = (kind: string, column: string) => `
  select '${kind}', '${kind}:' || flag_id, ods_code, address, ${DAY_OF(column)}, true, profile, stage, happens_on,
    null::text, false, null::text, null::text, null::jsonb, null::jsonb, null::text
  from flag where ${column} is not null and ${IN_PERIOD(DAY_OF(column))}`;

export const FLAGGED_AND_CLEARED = `${FLAG('flagged', 'flagged_on')} union all ${FLAG('cleared', 'cleared_on')}`;

/** The address by which Teams knew the person when they were last here; otherwise their id. */
const PERSON = (row: string) => `coalesce((select person.address from person
  where person.tenant_id = ${row}.tenant_id and person.aad_object_id = ${row}.aad_object_id), ${row}.aad_object_id)`;

/** A settled warning counts for the moment at which it was settled, another one for when it was planned. */
const WARNED_AT = `case when owed.state in ('sent', 'failed', 'cancelled') then owed.changed_at else owed.planned_at end`;
// The account and the rule stand in the reason for which the warning is owed. One that nobody sent is the service's own.
const WARNED = `
  select 'warned', 'warned:' || owed.owed_id, coalesce(send.ods_code, owed.organisation), split_part(owed.reason_key, ':', 3), ${WARNED_AT}, false,
    split_part(owed.reason_key, ':', 2), null::text, (owed.content ->> 'date')::date, owed.state, owed.was_ambiguous,
    owed.failure, null::text, null::jsonb, null::jsonb,
    case when send.send_id is not null then ${PERSON('send')} end
  from owed_message owed left join send using (send_id)
  where owed.kind = '${INACTIVITY_WARNING}' and ${IN_PERIOD(WARNED_AT)}
    -- Planned, and taken back before it was tried: nobody was warned, and nobody asked for it.
    and not (send.send_id is null and owed.state = 'cancelled' and owed.attempts = 0)`;

const DECIDED = `
  select 'decided', 'decided:' || lpad(audit_id::text, 12, '0'), coalesce(ods_code, ''), subject, at, false, null::text,
    null::text, null::date, null::text, false, null::text, what, before, after,
    case when actor = 'person' then ${PERSON('audit')} when actor <> 'service' then actor end
  from audit where what like 'account.%' and subject is not null and ${IN_PERIOD('at')}`;

export const WARNED_AND_DECIDED = `${WARNED} union all ${DECIDED}`;

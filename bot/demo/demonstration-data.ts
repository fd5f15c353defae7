/** Fills an empty database with an invented care provider, so that a newcomer has something to look at. */
import { addDays, type Day, dayIn } from '../../hygiene/day.ts';
import type { Database } from '../database/open-database.ts';
import {
  DEMONSTRATION_ACCOUNTS,
  type DemonstrationAccount,
  HEAD_OFFICE,
  ORGANISATIONS,
} from './demonstration-accounts.ts';
import { DEMONSTRATION_PEOPLE } from './demonstration-people.ts';

export { DEMONSTRATION_PEOPLE } from './demonstration-people.ts';

const TIME_ZONE = 'Europe/London';
export const DOMAIN = 'willowbrook.example';
/** Due in 12 days under a rule of 180. */
const STAFF_LAST_USED = 168;
/** Due in 30 days: a newcomer sees a warning arrive in their own chat. */
const ADMINISTRATOR_LAST_USED = 150;

interface PersonWithAddress {
  aadObjectId: string;
  address: string;
}

export interface DemonstrationOptions {
  now: Date;
  tenantId: string;
  administrator: PersonWithAddress;
  staff: PersonWithAddress;
}

/**
 * Loads the demonstration on a first start only. Conversations are not part of it: they come when people install
 * the assistant.
 * @returns whether it was loaded; false when there are organisations already.
 */
export function loadDemonstration(database: Database, options: DemonstrationOptions): Promise<boolean> {
  const today = dayIn(TIME_ZONE, options.now);
  return database.transaction(async (transaction) => {
    const [existing] = await transaction.query('select 1 from organisation limit 1');
    if (existing) return false;
    await transaction.query(
      `insert into organisation (ods_code, name, is_nas)
       select "odsCode", name, "isNas" from jsonb_to_recordset($1::jsonb) as o("odsCode" text, name text, "isNas" boolean)`,
      [JSON.stringify(ORGANISATIONS)],
    );
    await addPeople(transaction, options);
    await addAccounts(transaction, options, today);
    return true;
  });
}

async function addPeople(database: Database, options: DemonstrationOptions): Promise<void> {
  const { tenantId, administrator, staff, now } = options;
  for (const { aadObjectId, address } of [administrator, staff]) {
    await database.query(
      // The playground's roster has other addresses, so it is never asked.
      `insert into person (tenant_id, aad_object_id, address, address_checked_at, seen_at)
       values ($1, $2, $3, 'infinity', $4)
       on conflict (tenant_id, aad_object_id) do update
         set address = excluded.address, address_checked_at = excluded.address_checked_at`,
      [tenantId, aadObjectId, address.toLowerCase(), now],
    );
  }
  await database.query(
    `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by, granted_at)
     select $1, $2, ods_code, 'demonstration', $3::timestamptz from organisation`,
    [tenantId, administrator.aadObjectId, now],
  );
}

async function addAccounts(database: Database, options: DemonstrationOptions, today: Day): Promise<void> {
  const { administrator, staff } = options;
  const [report] = await database.query<{ reportId: number }>(
    `insert into report (source, taken_on, imported_at, imported_by)
     values ('demonstration', $1::date, $2::timestamptz, 'demonstration') returning report_id as "reportId"`,
    [sundayBefore(today), options.now],
  );
  const own = (name: string, used: number): DemonstrationAccount => {
    return { name, odsCode: HEAD_OFFICE, kind: 'user', status: 'Active', used };
  };
  const rows = [
    accountRow(
      own(DEMONSTRATION_PEOPLE.administrator.name, ADMINISTRATOR_LAST_USED),
      today,
      administrator.address,
    ),
    accountRow(own(DEMONSTRATION_PEOPLE.staff.name, STAFF_LAST_USED), today, staff.address),
    ...DEMONSTRATION_ACCOUNTS.map((account) => accountRow(account, today)),
  ];
  await database.query(
    `insert into account (address, ods_code, display_name, kind, status, last_active_on, never_used, created_on,
       set_up_complete, disabled_on, deleted_on, leaver_on, changed_in)
     select address, ods_code, display_name, kind, status, last_active_on, never_used, created_on,
       set_up_complete, disabled_on, deleted_on, leaver_on, $2::bigint
     from jsonb_populate_recordset(null::account, $1::jsonb)`,
    [JSON.stringify(rows), report?.reportId],
  );
  await database.query(
    `insert into organisation_report (ods_code, report_id, is_complete) select ods_code, $1::bigint, true from organisation`,
    [report?.reportId],
  );
  await database.query(
    `insert into account_decision (address, ods_code, absent_until, approved_by, decided_at)
     select address, ods_code, absent_until, $3::text, $2::timestamptz
     from jsonb_populate_recordset(null::account_decision, $1::jsonb) where absent_until is not null`,
    [JSON.stringify(rows), options.now, DEMONSTRATION_PEOPLE.administrator.name],
  );
}

/** The portal's report is made on Sunday evenings. */
function sundayBefore(today: Day): Day {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, -(weekday || 7));
}

function accountRow(account: DemonstrationAccount, today: Day, address = addressOf(account.name)) {
  const ago = (days: number | undefined) => (days === undefined ? null : addDays(today, -days));
  return {
    address: address.toLowerCase(),
    ods_code: account.odsCode,
    display_name: account.name,
    kind: account.kind,
    status: account.status,
    last_active_on: ago(account.used),
    never_used: account.neverUsed ?? false,
    created_on: ago(account.made),
    set_up_complete: account.setUpComplete ?? null,
    disabled_on: ago(account.disabled),
    deleted_on: ago(account.deleted),
    absent_until: account.awayFor === undefined ? null : addDays(today, account.awayFor),
    leaver_on: ago(account.left),
  };
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@${DOMAIN}`;
}

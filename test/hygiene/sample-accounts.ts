/** Accounts, organisations and reports for tests: ordinary unless a test says otherwise. */
import fc from 'fast-check';
import type { Database } from '../../delivery/database.ts';
import { ACCOUNT_KINDS, type Account } from '../../hygiene/account.ts';
import { PORTAL_STATUSES } from '../../hygiene/account-status.ts';
import { addDays, type Day } from '../../hygiene/day.ts';
import { type LifecycleProfile, loadProfiles } from '../../hygiene/lifecycle-profile.ts';

const profiles = loadProfiles();
const profile = (id: string): LifecycleProfile => {
  const found = profiles.get(id);
  if (!found) throw new Error(`No profile is called ${id}`);
  return found;
};
export const DECK = profile('deck-2020');
export const RULES_2022 = profile('nhsmail-2022');
export const PROFILES = [DECK, RULES_2022];

export const TODAY: Day = '2026-11-21';
export const NOW = new Date('2026-11-21T10:00:00Z');

export function sampleAccount(details: Partial<Account> = {}): Account {
  return {
    address: 'jo.bloggs@example.org',
    displayName: 'Jo Bloggs',
    odsCode: 'N1',
    isNas: true,
    kind: 'user',
    status: 'Active',
    lastActiveOn: null,
    neverUsed: false,
    createdOn: null,
    setUpComplete: null,
    disabledOn: null,
    deletedOn: null,
    absentUntil: null,
    leaverOn: null,
    stillNeededOn: null,
    passwordExpiresOn: null,
    enabledOn: null,
    reportedOn: null,
    ...details,
  };
}

/** An account last used so many days before today. */
export const unusedFor = (days: number, details: Partial<Account> = {}) =>
  sampleAccount({ lastActiveOn: addDays(TODAY, -days), ...details });

/** Days before today on which, or next to which, a rule changes its answer. */
const EDGES = [-1, 0, 1, 15, 16, 17, 29, 30, 31, 59, 60, 61, 90, 119, 120, 121, 179, 180, 181];
const edgeDays = EDGES.map((days) => addDays(TODAY, -days));

/** Every pair of edges, for the rules that weigh one day against another. */
export const edgeAccounts: Account[] = edgeDays.flatMap((lastActiveOn) =>
  edgeDays.flatMap((other) =>
    ['Active', 'Inactive', null].flatMap((status) => [
      sampleAccount({ status, lastActiveOn, createdOn: other, setUpComplete: false }),
      sampleAccount({ status, lastActiveOn, leaverOn: other }),
    ]),
  ),
);

/** Days around `TODAY`, the edges, and around the leap days of 2024 and 2028. */
export const someDay: fc.Arbitrary<Day> = fc.oneof(
  fc.constantFrom(...edgeDays),
  fc.constantFrom('2025-05-20', '2025-05-21', '2025-05-22'),
  fc.integer({ min: -800, max: 60 }).map((offset) => addDays(TODAY, offset)),
  fc.integer({ min: -40, max: 40 }).map((offset) => addDays('2024-02-29', offset)),
  fc.integer({ min: -40, max: 40 }).map((offset) => addDays('2028-02-29', offset)),
);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const status = fc.oneof(
  fc.constantFrom(...Object.keys(PORTAL_STATUSES)),
  fc.constantFrom(' Active ', 'ACTIVE', 'Deleted Permanent\t', 'Suspended', '', 'constructor'),
);

/** Any account that a report could tell of, sense or nonsense. */
export const someAccount: fc.Arbitrary<Account> = fc
  .record({
    address: fc.uuid().map((id) => `${id}@example.org`),
    displayName: fc.constant('Jo Bloggs'),
    odsCode: fc.constantFrom('N1', 'X1'),
    isNas: fc.constant(false),
    kind: fc.oneof(fc.constant('user' as const), fc.constantFrom(...ACCOUNT_KINDS)),
    status: maybe(status),
    lastActiveOn: maybe(someDay),
    neverUsed: fc.boolean(),
    createdOn: maybe(someDay),
    setUpComplete: maybe(fc.boolean()),
    disabledOn: maybe(someDay),
    deletedOn: maybe(someDay),
    absentUntil: maybe(someDay),
    leaverOn: maybe(someDay),
    stillNeededOn: fc.constant(null),
    passwordExpiresOn: maybe(someDay),
    enabledOn: maybe(someDay),
    reportedOn: maybe(someDay),
  })
  .map((account) => ({ ...account, isNas: account.odsCode === 'N1' }));

/** N1 is a NAS organisation, X1 is not. */
export async function addOrganisations(database: Database): Promise<void> {
  await database.query(
    `insert into organisation (ods_code, name, is_nas) values ('N1', 'North', true), ('X1', 'Xanadu', false)`,
  );
}

/** @returns the report's id. */
export async function addReport(database: Database, takenOn: Day, accounts: Account[]): Promise<number> {
  const [report] = await database.query<{ id: number }>(
    `insert into report (source, taken_on, imported_by) values ('test', $1::date, 'test') returning report_id as id`,
    [takenOn],
  );
  const id = report?.id ?? 0;
  await database.query(
    `insert into account (address, ods_code, display_name, kind, status, last_active_on, never_used, created_on,
       set_up_complete, disabled_on, deleted_on, leaver_on, password_expires_on, enabled_on, changed_in)
     select address, "odsCode", "displayName", kind, status, "lastActiveOn", "neverUsed", "createdOn",
       "setUpComplete", "disabledOn", "deletedOn", "leaverOn", "passwordExpiresOn", "enabledOn", $2::bigint
     from jsonb_to_recordset($1::jsonb) as a(address text, "odsCode" text, "displayName" text, kind text,
       status text, "lastActiveOn" date, "neverUsed" boolean, "createdOn" date, "setUpComplete" boolean,
       "disabledOn" date, "deletedOn" date, "leaverOn" date, "passwordExpiresOn" date, "enabledOn" date)
     on conflict (address) do update set changed_in = excluded.changed_in, last_active_on = excluded.last_active_on`,
    [JSON.stringify(accounts), id],
  );
  await database.query(
    `insert into organisation_report as latest (ods_code, report_id)
     select distinct ods_code, changed_in from account where changed_in = $1::bigint
     on conflict (ods_code) do update set report_id = excluded.report_id
     where (select taken_on from report where report_id = latest.report_id) <= $2::date`,
    [id, takenOn],
  );
  await database.query(
    `update account set named_in = nullif(changed_in, latest.report_id)
     from organisation_report latest where latest.ods_code = account.ods_code`,
  );
  await database.query(
    `insert into account_decision (address, ods_code, absent_until, approved_by, decided_at)
     select address, "odsCode", "absentUntil", 'Sam Lee', $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as a(address text, "odsCode" text, "absentUntil" date)
     where "absentUntil" is not null on conflict (address) do nothing`,
    [JSON.stringify(accounts), NOW],
  );
  return id;
}

/** A person in Teams whose roster address this is; with a personal chat unless told otherwise. */
export async function addPerson(
  database: Database,
  address: string,
  details: {
    aadObjectId?: string;
    tenantId?: string;
    isGuest?: boolean;
    scope?: 'personal' | 'channel' | 'none';
  } = {},
): Promise<{ tenantId: string; aadObjectId: string }> {
  const {
    aadObjectId = `aad:${address}`,
    tenantId = 'tenant',
    isGuest = false,
    scope = 'personal',
  } = details;
  await database.query(
    'insert into person (tenant_id, aad_object_id, address, is_guest) values ($1, $2, $3, $4)',
    [tenantId, aadObjectId, address, isGuest],
  );
  if (scope !== 'none') {
    await database.query(
      `insert into conversation (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id)
       values ($1, $2, $3, $4, 'https://smba.example', 'msteams', 'bot')`,
      [`chat:${tenantId}:${aadObjectId}`, tenantId, aadObjectId, scope],
    );
  }
  return { tenantId, aadObjectId };
}

export async function grant(
  database: Database,
  person: { tenantId: string; aadObjectId: string },
  odsCode: string,
  expiresAt: Date | null = null,
): Promise<void> {
  await database.query(
    `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by, expires_at) values ($1, $2, $3, 'test', $4)`,
    [person.tenantId, person.aadObjectId, odsCode, expiresAt],
  );
}

/** A person asks their administrators to note a planned absence. Why they will be away is never asked, kept or sent. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { owe } from '../delivery/ledger.ts';
import type { Recipient } from '../delivery/owed-message.ts';
import type { Day } from './day.ts';
import type { CitedRule } from './lifecycle-profile.ts';

/** The kind under which requests stand in the ledger. */
export const ABSENCE_REQUEST = 'absence-request';

/** The data of the request's card, as the ledger keeps it. */
export type AbsenceRequest = {
  name: string;
  address: string;
  /** With its code. */
  organisation: string;
  askedOn: Day;
  /** What the rules say of disabled accounts; empty text where no profile says anything. */
  rule: string;
  ruleSource: string;
};

export type AbsenceRequestOutcome =
  | { outcome: 'asked'; organisation: string; administrators: number }
  /** Today already: nothing is sent twice. */
  | { outcome: 'asked-before'; organisation: string }
  /** The person is the only one who could be asked. */
  | { outcome: 'own-administrator'; organisation: string }
  /** Nobody who administers the organisation can be written to in Teams. */
  | { outcome: 'no-administrator'; organisation: string; isNas: boolean }
  | { outcome: 'not-in-a-report' };

export interface NewAbsenceRequest {
  person: TeamsPerson;
  /** As Teams' own roster gives it, never as somebody typed it. */
  address: string;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
  /** What the rules say of disabled accounts. */
  rule: CitedRule | undefined;
}

interface Asker {
  name: string;
  address: string;
  odsCode: string;
  organisation: string;
  isNas: boolean;
}

/** Owes one message to each administrator of the person's organisation, once a day. */
export function requestAbsence(
  database: Database,
  request: NewAbsenceRequest,
): Promise<AbsenceRequestOutcome> {
  return database.transaction((transaction) => requestWithin(transaction, request));
}

async function requestWithin(database: Database, request: NewAbsenceRequest): Promise<AbsenceRequestOutcome> {
  const { person, day, now } = request;
  const asker = await askerAt(database, request.address);
  if (!asker) return { outcome: 'not-in-a-report' };
  const { name, address, odsCode, isNas } = asker;
  const organisation = `${asker.organisation} (${odsCode})`;
  const administrators = await administratorsInReach(database, odsCode, person.tenantId, now);
  const others = administrators.filter(({ aadObjectId }) => aadObjectId !== person.aadObjectId);
  if (others.length === 0) {
    return administrators.length > 0
      ? { outcome: 'own-administrator', organisation }
      : { outcome: 'no-administrator', organisation, isNas };
  }
  const { words = '', source = '' } = request.rule ?? {};
  const content: AbsenceRequest = {
    name,
    address,
    organisation,
    askedOn: day,
    rule: words,
    ruleSource: source,
  };
  let owed = 0;
  for (const to of others) {
    const reasonKey = [ABSENCE_REQUEST, address, day, to.tenantId, to.aadObjectId].join(':');
    if (await owe(database, { reasonKey, kind: ABSENCE_REQUEST, to, content, notBefore: now }, now)) owed++;
  }
  return owed > 0
    ? { outcome: 'asked', organisation, administrators: owed }
    : { outcome: 'asked-before', organisation };
}

async function askerAt(database: Database, address: string): Promise<Asker | undefined> {
  const [asker] = await database.query<Asker>(
    `select display_name as name, address, ods_code as "odsCode", organisation.name as organisation, is_nas as "isNas"
     from account join organisation using (ods_code) where address = lower($1)`,
    [address],
  );
  return asker;
}

/** Of the same tenant, not expired, no guest, and with a chat of their own that is open to us. */
function administratorsInReach(
  database: Database,
  odsCode: string,
  tenantId: string,
  now: Date,
): Promise<Recipient[]> {
  return database.query<Recipient>(
    `select tenant_id as "tenantId", aad_object_id as "aadObjectId" from administrator
     where ods_code = $1 and tenant_id = $2 and (expires_at is null or expires_at > $3)
       and exists (select 1 from conversation where conversation.tenant_id = administrator.tenant_id
         and conversation.aad_object_id = administrator.aad_object_id and scope = 'personal' and closed_at is null)
       and not exists (select 1 from person where person.tenant_id = administrator.tenant_id
         and person.aad_object_id = administrator.aad_object_id and is_guest)
     order by aad_object_id`,
    [odsCode, tenantId, now],
  );
}

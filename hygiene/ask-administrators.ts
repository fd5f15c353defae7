/** A person lets the administrators of their organisation know something: one message to each of them, once a day. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { owe } from '../delivery/ledger.ts';
import type { Content, Recipient } from '../delivery/owed-message.ts';
import type { Day } from './day.ts';

export type AskOutcome =
  | { outcome: 'asked'; organisation: string; administrators: number }
  /** Today already: nothing is sent twice. */
  | { outcome: 'asked-before'; organisation: string }
  /** The person is the only one who could be asked. */
  | { outcome: 'own-administrator'; organisation: string }
  /** Nobody who administers the organisation can be written to in Teams. */
  | { outcome: 'no-administrator'; organisation: string; isNas: boolean }
  | { outcome: 'not-in-a-report' };

export interface Asker {
  name: string;
  address: string;
  odsCode: string;
  /** With its code. */
  organisation: string;
  isNas: boolean;
}

export interface Ask {
  person: TeamsPerson;
  /** As Teams' own roster gives it, never as somebody typed it. */
  address: string;
  /** The kind in the ledger. */
  kind: string;
  /** What it is about: the same is owed to each administrator once a day. */
  topic: string;
  content: (asker: Asker) => Content;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
}

/** Call it in a transaction. */
export async function askAdministrators(transaction: Database, ask: Ask): Promise<AskOutcome> {
  const { person, kind, topic, day, now } = ask;
  const asker = await askerAt(transaction, ask.address);
  if (!asker) return { outcome: 'not-in-a-report' };
  const { address, odsCode, organisation, isNas } = asker;
  const administrators = await administratorsInReach(transaction, odsCode, person.tenantId, now);
  const others = administrators.filter(({ aadObjectId }) => aadObjectId !== person.aadObjectId);
  if (others.length === 0) {
    return administrators.length > 0
      ? { outcome: 'own-administrator', organisation }
      : { outcome: 'no-administrator', organisation, isNas };
  }
  const content = ask.content(asker);
  let owed = 0;
  for (const to of others) {
    const reasonKey = [topic, address, day, to.tenantId, to.aadObjectId].join(':');
    const message = { reasonKey, kind, to, content, notBefore: now, needsAccessTo: [odsCode] };
    if (await owe(transaction, message, now)) owed++;
  }
  return owed > 0
    ? { outcome: 'asked', organisation, administrators: owed }
    : { outcome: 'asked-before', organisation };
}

async function askerAt(database: Database, address: string): Promise<Asker | undefined> {
  const [asker] = await database.query<Asker>(
    `select display_name as name, address, ods_code as "odsCode", organisation.name || ' (' || ods_code || ')' as organisation,
       is_nas as "isNas"
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

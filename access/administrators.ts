/** Who may see and act on which organisation's accounts: asked afresh each time, never remembered. */
import type { Database } from '../delivery/database.ts';

/** A person in Teams. */
export interface TeamsPerson {
  tenantId: string;
  aadObjectId: string;
}

export interface Organisation {
  odsCode: string;
  name: string;
  isNas: boolean;
}

/** The placeholders of a query's parameters, such as `$1`, that say who asks and when. */
export interface AskedBy {
  tenantId: string;
  aadObjectId: string;
  /** The moment at which they have to be an administrator. */
  now: string;
}

/**
 * The condition under which a row of `administrator` gives its organisation to this person. A guest holds nothing,
 * whatever the table says of them.
 */
export function granted({ tenantId, aadObjectId, now }: AskedBy): string {
  return `administrator.tenant_id = ${tenantId} and administrator.aad_object_id = ${aadObjectId}
  and (administrator.expires_at is null or administrator.expires_at > ${now})
  and not exists (select 1 from person where person.tenant_id = administrator.tenant_id
    and person.aad_object_id = administrator.aad_object_id and person.is_guest)`;
}

const GRANTED = granted({ tenantId: '$1', aadObjectId: '$2', now: '$3::timestamptz' });

/** Whether this person administers this organisation at this moment. */
export async function administers(
  database: Database,
  person: TeamsPerson,
  odsCode: string,
  now: Date,
): Promise<boolean> {
  const rows = await database.query(`select 1 from administrator where ${GRANTED} and ods_code = $4`, [
    person.tenantId,
    person.aadObjectId,
    now,
    odsCode,
  ]);
  return rows.length > 0;
}

/** Every organisation that this person administers at this moment, by name. */
export function organisationsOf(database: Database, person: TeamsPerson, now: Date): Promise<Organisation[]> {
  return database.query<Organisation>(
    `select ods_code as "odsCode", name, is_nas as "isNas"
     from administrator join organisation using (ods_code) where ${GRANTED} order by name, ods_code`,
    [person.tenantId, person.aadObjectId, now],
  );
}

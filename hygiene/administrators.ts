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

const GRANTED = `administrator.tenant_id = $1 and administrator.aad_object_id = $2
  and (administrator.expires_at is null or administrator.expires_at > $3)`;

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

/** Administrators named by the service's configuration: for them and their organisations it decides alone. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';
import { recordAudit } from './audit.ts';
import { CONFIGURATION, lockOrganisations } from './held-access.ts';
import { endWhatWasPassedOn, nameOf } from './passed-on.ts';

export interface ConfiguredAdministrator extends TeamsPerson {
  odsCodes: readonly string[];
  /** The moment at which it ends; absent for no end. */
  until?: Date | undefined;
}

export type ConfiguredOutcome =
  | { outcome: 'applied'; given: number; ended: number; guests: TeamsPerson[] }
  | { outcome: 'no-such-organisation'; odsCodes: string[] };

interface Row {
  tenantId: string;
  aadObjectId: string;
  odsCode: string;
  until: string | null;
}

interface Changed extends TeamsPerson {
  odsCode: string;
  address: string | null;
  before: { until: Date | null; by: string } | null;
  until: Date | null;
}

const PERSON = `(select address from person where person.tenant_id = changed.tenant_id
  and person.aad_object_id = changed.aad_object_id) as address`;

/**
 * Makes the table say what the configuration says: gives what it names, and ends what it named before and no longer
 * does. Run twice it changes nothing. A guest is left out. Nothing is changed when it names an unknown organisation.
 */
export function applyConfiguredAdministrators(
  database: Database,
  administrators: readonly ConfiguredAdministrator[],
  now: Date,
): Promise<ConfiguredOutcome> {
  return database.transaction(async (transaction) => {
    const rows = administrators.flatMap(({ tenantId, aadObjectId, odsCodes, until }): Row[] =>
      until && until <= now
        ? []
        : odsCodes.map((odsCode) => ({
            tenantId,
            aadObjectId,
            odsCode,
            until: until?.toISOString() ?? null,
          })),
    );
    const named = [...new Set(administrators.flatMap(({ odsCodes }) => odsCodes))];
    const before = await transaction.query<{ odsCode: string }>(
      'select distinct ods_code as "odsCode" from administrator where granted_by = $1',
      [CONFIGURATION],
    );
    const known = await lockOrganisations(transaction, [...named, ...before.map(({ odsCode }) => odsCode)]);
    const unknown = named.filter((code) => !known.has(code));
    if (unknown.length > 0) return { outcome: 'no-such-organisation', odsCodes: unknown };
    const { ended, given } = await change(transaction, rows, now);
    const touched = [...new Set([...ended, ...given].map(({ odsCode }) => odsCode))];
    await endWhatWasPassedOn(transaction, touched, now);
    const guests = await guestsAmong(transaction, administrators);
    return { outcome: 'applied', given: given.length, ended: ended.length, guests };
  });
}

async function change(transaction: Database, rows: readonly Row[], now: Date) {
  const wanted = `wanted as (select "tenantId" as tenant_id, "aadObjectId" as aad_object_id, "odsCode" as ods_code,
      max(coalesce(until, 'infinity')) as until
    from jsonb_to_recordset($1::jsonb) as w("tenantId" text, "aadObjectId" text, "odsCode" text, until timestamptz)
    where not exists (select 1 from person where person.tenant_id = "tenantId"
      and person.aad_object_id = "aadObjectId" and person.is_guest)
    group by 1, 2, 3)`;
  const ended = await transaction.query<Changed>(
    `with ${wanted}, changed as (
       delete from administrator a where granted_by = '${CONFIGURATION}' and not exists (select 1 from wanted
         where wanted.tenant_id = a.tenant_id and wanted.aad_object_id = a.aad_object_id
           and wanted.ods_code = a.ods_code)
       returning *)
     select tenant_id as "tenantId", aad_object_id as "aadObjectId", ods_code as "odsCode", expires_at as until,
       null as before, ${PERSON} from changed`,
    [JSON.stringify(rows)],
  );
  const given = await transaction.query<Changed>(
    `with ${wanted}, old as (
       select a.* from administrator a join wanted using (tenant_id, aad_object_id, ods_code)),
     changed as (
       insert into administrator as a (tenant_id, aad_object_id, ods_code, granted_by, granted_at, expires_at)
       select tenant_id, aad_object_id, ods_code, '${CONFIGURATION}', $2::timestamptz, nullif(until, 'infinity')
       from wanted
       on conflict (tenant_id, aad_object_id, ods_code) do update set granted_by = excluded.granted_by,
         granted_at = excluded.granted_at, expires_at = excluded.expires_at, given_by_tenant = null, given_by = null
         where (a.granted_by, a.expires_at) is distinct from (excluded.granted_by, excluded.expires_at)
       returning *)
     select tenant_id as "tenantId", aad_object_id as "aadObjectId", ods_code as "odsCode",
       changed.expires_at as until, ${PERSON},
       (select jsonb_build_object('until', old.expires_at, 'by', old.granted_by) from old
         where old.tenant_id = changed.tenant_id and old.aad_object_id = changed.aad_object_id
           and old.ods_code = changed.ods_code) as before
     from changed`,
    [JSON.stringify(rows), now],
  );
  for (const row of ended) {
    const before = { until: row.until, by: CONFIGURATION };
    await recordAudit(transaction, { ...entry(row, now), what: 'administrator.revoked', before });
  }
  for (const row of given) {
    const { until, before } = row;
    const more = { ...(before && { before }), after: { until, by: CONFIGURATION } };
    await recordAudit(transaction, { ...entry(row, now), what: 'administrator.granted', ...more });
  }
  return { ended, given };
}

function entry(row: Changed, at: Date) {
  return { actor: 'service', odsCode: row.odsCode, subject: nameOf(row), at } as const;
}

function guestsAmong(
  transaction: Database,
  administrators: readonly ConfiguredAdministrator[],
): Promise<TeamsPerson[]> {
  return transaction.query<TeamsPerson>(
    `select tenant_id as "tenantId", aad_object_id as "aadObjectId" from person
     where is_guest and (tenant_id, aad_object_id) in (select * from unnest($1::text[], $2::text[]))`,
    [administrators.map(({ tenantId }) => tenantId), administrators.map(({ aadObjectId }) => aadObjectId)],
  );
}

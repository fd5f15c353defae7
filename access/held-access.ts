/** The rows that say who holds what, as giving and ending read them: locked, so that nothing changes in between. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';

/** How `grantedBy` names access that the configuration alone decides. */
export const CONFIGURATION = 'configuration';

export interface HeldAccess extends TeamsPerson {
  odsCode: string;
  /** Null when it does not end by itself. */
  until: Date | null;
  grantedAt: Date;
  /** `configuration`, `command-line:<user>` or `person`. */
  grantedBy: string;
  /** The person who gave it; null when nobody in Teams did. */
  giver: TeamsPerson | null;
  /** From Teams' roster; null while nobody has looked it up. */
  address: string | null;
  isGuest: boolean;
}

/**
 * One change of an organisation's access at a time: whose access ends may end others', so that locks on single rows
 * would wait for each other for ever. @returns those of the codes that are organisations.
 */
export async function lockOrganisations(
  transaction: Database,
  odsCodes: readonly string[],
): Promise<Set<string>> {
  const rows = await transaction.query<{ odsCode: string }>(
    `select ods_code as "odsCode" from organisation where ods_code = any($1::text[])
     order by ods_code for no key update`,
    [odsCodes],
  );
  return new Set(rows.map(({ odsCode }) => odsCode));
}

/** What these people hold of these organisations, ended or not. Lock the organisations first. */
export function accessOf(
  transaction: Database,
  people: readonly TeamsPerson[],
  odsCodes: readonly string[],
): Promise<HeldAccess[]> {
  return transaction.query<HeldAccess>(
    `select administrator.tenant_id as "tenantId", administrator.aad_object_id as "aadObjectId",
       ods_code as "odsCode", expires_at as until, granted_at as "grantedAt", granted_by as "grantedBy",
       case when given_by is not null
         then jsonb_build_object('tenantId', given_by_tenant, 'aadObjectId', given_by) end as giver,
       address, coalesce(is_guest, false) as "isGuest"
     from administrator
     left join person on person.tenant_id = administrator.tenant_id
       and person.aad_object_id = administrator.aad_object_id
     where (administrator.tenant_id, administrator.aad_object_id) in
         (select * from unnest($1::text[], $2::text[]))
       and ods_code = any($3::text[])
     order by ods_code, administrator.aad_object_id`,
    [people.map(({ tenantId }) => tenantId), people.map(({ aadObjectId }) => aadObjectId), odsCodes],
  );
}

export function isActive({ until }: Pick<HeldAccess, 'until'>, now: Date): boolean {
  return until === null || until > now;
}

export function samePerson(one: TeamsPerson, other: TeamsPerson): boolean {
  return one.tenantId === other.tenantId && one.aadObjectId === other.aadObjectId;
}

/** Who administers which organisation, until when, and who gave it. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';

export interface ListedAccess extends TeamsPerson {
  odsCode: string;
  organisation: string;
  /** From Teams' roster; null while the person has not spoken with the assistant. */
  address: string | null;
  /** Null when it does not end by itself. */
  until: Date | null;
  grantedAt: Date;
  /** `configuration`, `command-line:<user>` or `person`. */
  grantedBy: string;
  /** The address of the person who gave it; null when nobody in Teams did, or it is not known. */
  giver: string | null;
  /** A guest, or past its end: it gives nothing. */
  counts: boolean;
}

export interface AccessQuestion {
  /** Only these organisations; absent for all. What a person may see is decided before. */
  odsCodes?: readonly string[];
  /** Only this person. */
  person?: TeamsPerson;
  /** Also what has ended and what a guest holds. */
  all?: boolean;
  now: Date;
  limit?: number;
  offset?: number;
}

/** By organisation, then by address. `total` counts all pages. */
export function listAdministrators(
  database: Database,
  { odsCodes, person, all = false, now, limit, offset = 0 }: AccessQuestion,
): Promise<(ListedAccess & { total: number })[]> {
  return database.query(
    `with listed as (
       select a.tenant_id as "tenantId", a.aad_object_id as "aadObjectId", a.ods_code as "odsCode",
         organisation.name as organisation, person.address, a.expires_at as until, a.granted_at as "grantedAt",
         a.granted_by as "grantedBy", giver.address as giver,
         (a.expires_at is null or a.expires_at > $1::timestamptz) and not coalesce(person.is_guest, false) as counts
       from administrator a join organisation using (ods_code)
       left join person on person.tenant_id = a.tenant_id and person.aad_object_id = a.aad_object_id
       left join person giver on giver.tenant_id = a.given_by_tenant and giver.aad_object_id = a.given_by
       where ($2::text[] is null or a.ods_code = any($2::text[]))
         and ($3::text is null or (a.tenant_id = $3::text and a.aad_object_id = $4::text)))
     select *, count(*) over () as total from listed where counts or $5::boolean
     order by organisation, "odsCode", address nulls last, "aadObjectId" limit $6::int offset $7::int`,
    [
      now,
      odsCodes ?? null,
      person?.tenantId ?? null,
      person?.aadObjectId ?? null,
      all,
      limit ?? null,
      offset,
    ],
  );
}

export interface KnownPerson extends TeamsPerson {
  address: string;
  isGuest: boolean;
}

/** People whose address Teams' roster gave. Never a typed one: what is typed is only compared with it. */
export function peopleWithAddress(
  database: Database,
  address: string,
  tenantId?: string,
): Promise<KnownPerson[]> {
  return database.query<KnownPerson>(
    `select tenant_id as "tenantId", aad_object_id as "aadObjectId", address, is_guest as "isGuest"
     from person where lower(address) = lower($1) and ($2::text is null or tenant_id = $2::text)
     order by seen_at desc, aad_object_id`,
    [address.trim(), tenantId ?? null],
  );
}

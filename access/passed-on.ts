/** Access that a person passed on lasts no longer than their own: when theirs ends or is cut short, so is what they gave. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';
import { recordAudit } from './audit.ts';

export interface PassedOn {
  person: TeamsPerson;
  /** From Teams' roster; absent while nobody has looked it up. */
  address?: string;
  odsCode: string;
}

/** From those who hold access of themselves (by the configuration or the command line) down to those who got it from them. */
const HELD = `held as (
    select tenant_id, aad_object_id, ods_code, coalesce(expires_at, 'infinity') as until
    from administrator where given_by is null and ods_code = any($1::text[])
    union all
    select given.tenant_id, given.aad_object_id, given.ods_code,
      least(coalesce(given.expires_at, 'infinity'), held.until)
    from administrator given join held on given.given_by_tenant = held.tenant_id
      and given.given_by = held.aad_object_id and given.ods_code = held.ods_code)`;
const SAME =
  'a.tenant_id = held.tenant_id and a.aad_object_id = held.aad_object_id and a.ods_code = held.ods_code';

/**
 * Ends or shortens what hangs from access that was ended or shortened, however far down, and writes it to the audit.
 * Call it in the transaction that ended or shortened something.
 * @returns whose access ended with it.
 */
export async function endWhatWasPassedOn(
  transaction: Database,
  odsCodes: readonly string[],
  now: Date,
): Promise<PassedOn[]> {
  const ended = await transaction.query<Row>(
    `with recursive ${HELD}
     delete from administrator a where ods_code = any($1::text[]) and not exists (select 1 from held where ${SAME})
     returning tenant_id as "tenantId", aad_object_id as "aadObjectId", ods_code as "odsCode", expires_at as until,
       (select address from person where person.tenant_id = a.tenant_id
          and person.aad_object_id = a.aad_object_id) as address`,
    [odsCodes],
  );
  const shortened = await transaction.query<Row & { before: Date | null }>(
    `with recursive ${HELD}, late as (
       select a.tenant_id, a.aad_object_id, a.ods_code, a.expires_at as before, held.until
       from administrator a join held on ${SAME} where held.until < coalesce(a.expires_at, 'infinity'))
     update administrator a set expires_at = held.until from late held where ${SAME}
     returning a.tenant_id as "tenantId", a.aad_object_id as "aadObjectId", a.ods_code as "odsCode",
       held.before, held.until,
       (select address from person where person.tenant_id = a.tenant_id
          and person.aad_object_id = a.aad_object_id) as address`,
    [odsCodes],
  );
  const because = 'the access it came from has changed';
  for (const { odsCode, until, ...row } of ended) {
    const entry = { actor: 'service', what: 'administrator.revoked', odsCode, at: now } as const;
    await recordAudit(transaction, { ...entry, subject: nameOf(row), before: { until }, after: { because } });
  }
  for (const { odsCode, before, until, ...row } of shortened) {
    const entry = { actor: 'service', what: 'administrator.shortened', odsCode, at: now } as const;
    await recordAudit(transaction, {
      ...entry,
      subject: nameOf(row),
      before: { until: before },
      after: { until, because },
    });
  }
  return ended.map(({ tenantId, aadObjectId, odsCode, address }) => ({
    person: { tenantId, aadObjectId },
    ...(address && { address }),
    odsCode,
  }));
}

interface Row extends TeamsPerson {
  address: string | null;
  odsCode: string;
  until: Date | null;
}

/** How the audit names a person: by their address, or by their id while it is not known. */
export function nameOf({ address, aadObjectId }: { address?: string | null; aadObjectId: string }): string {
  return address || aadObjectId;
}

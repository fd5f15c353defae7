/** The organisations that this service knows. Reports about any other are refused. */
import type { Database } from '../delivery/database.ts';
import type { Organisation } from './administrators.ts';
import { type Actor, recordAudit } from './audit.ts';

export interface OrganisationChange {
  actor: Actor;
  odsCode: string;
  name: string;
  /** Run by the National Administration Service (NAS). Left out, it stays as it is; of a new one it is not. */
  isNas?: boolean | undefined;
  now: Date;
}

export interface OrganisationOutcome {
  outcome: 'added' | 'changed' | 'unchanged';
  before?: Organisation;
  after: Organisation;
}

/** Adds the organisation, or gives it another name or kind. Call it in a transaction. */
export async function setOrganisation(
  transaction: Database,
  { actor, odsCode, name, isNas, now }: OrganisationChange,
): Promise<OrganisationOutcome> {
  const [before] = await transaction.query<Organisation>(
    'select ods_code as "odsCode", name, is_nas as "isNas" from organisation where ods_code = $1 for update',
    [odsCode],
  );
  const after = { odsCode, name, isNas: isNas ?? before?.isNas ?? false };
  if (before?.name === after.name && before.isNas === after.isNas) {
    return { outcome: 'unchanged', before, after };
  }
  await transaction.query(
    `insert into organisation (ods_code, name, is_nas) values ($1, $2, $3)
     on conflict (ods_code) do update set name = excluded.name, is_nas = excluded.is_nas`,
    [odsCode, name, after.isNas],
  );
  await recordAudit(transaction, {
    actor,
    what: before ? 'organisation.changed' : 'organisation.added',
    odsCode,
    subject: odsCode,
    ...(before && { before: { name: before.name, isNas: before.isNas } }),
    after: { name, isNas: after.isNas },
    at: now,
  });
  return before ? { outcome: 'changed', before, after } : { outcome: 'added', after };
}

/** Every organisation with the number of those who administer it now, by name. */
export function allOrganisations(
  database: Database,
  now: Date,
): Promise<(Organisation & { administrators: number })[]> {
  return database.query(
    `select ods_code as "odsCode", name, is_nas as "isNas",
       (select count(*) from administrator where administrator.ods_code = organisation.ods_code
          and (expires_at is null or expires_at > $1::timestamptz)) as administrators
     from organisation order by name, ods_code`,
    [now],
  );
}

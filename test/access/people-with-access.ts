/** People of one tenant, their organisations, and what each of them holds in the end. */
import type { TeamsPerson } from '../../access/administrators.ts';
import { type GrantOutcome, grantAccess } from '../../access/grants.ts';
import { type RevokeOutcome, revokeAccess } from '../../access/revoke.ts';
import type { Database } from '../../delivery/database.ts';

export const NOW = new Date('2026-11-22T09:00:00Z');
export const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
export const OPERATOR = { commandLine: 'operator' };
export const person = (name: string, tenantId = 'care'): TeamsPerson => ({ tenantId, aadObjectId: name });

/** Amina, Bola, Carys and Dan have spoken with the assistant; Gus is a guest; Nia has no address yet. */
export async function addPeople(database: Database): Promise<void> {
  await database.query(
    `insert into organisation (ods_code, name, is_nas) values ('A1', 'Rosewood', true), ('B2', 'Oakleigh', false)`,
  );
  await database.query(
    `insert into person (tenant_id, aad_object_id, address, is_guest) values
       ('care', 'amina', 'amina@nhs.net', false), ('care', 'bola', 'bola@nhs.net', false),
       ('care', 'carys', 'carys@nhs.net', false), ('care', 'dan', 'dan@nhs.net', false),
       ('care', 'gus', 'gus@elsewhere.example', true), ('care', 'nia', null, false),
       ('other', 'olga', 'olga@other.example', false)`,
  );
}

export function give(
  database: Database,
  by: string | typeof OPERATOR,
  to: string | TeamsPerson,
  odsCodes: string[],
  until?: Date,
  now = NOW,
): Promise<GrantOutcome> {
  return database.transaction((transaction) =>
    grantAccess(transaction, {
      by: typeof by === 'string' ? person(by) : by,
      to: typeof to === 'string' ? person(to) : to,
      odsCodes,
      until,
      now,
    }),
  );
}

export function end(
  database: Database,
  by: string | typeof OPERATOR,
  from: string,
  odsCodes: string[],
  now = NOW,
): Promise<RevokeOutcome> {
  return database.transaction((transaction) =>
    revokeAccess(transaction, {
      by: typeof by === 'string' ? person(by) : by,
      from: person(from),
      odsCodes,
      now,
    }),
  );
}

/** As `amina A1`, or `amina A1 until 2026-12-22`, one for each that the table holds. */
export async function holders(database: Database): Promise<string[]> {
  const rows = await database.query<{ who: string; odsCode: string; until: Date | null }>(
    `select aad_object_id as who, ods_code as "odsCode", expires_at as until from administrator
     order by aad_object_id, ods_code`,
  );
  return rows.map(
    ({ who, odsCode, until }) =>
      `${who} ${odsCode}${until ? ` until ${until.toISOString().slice(0, 10)}` : ''}`,
  );
}

/** What the audit says, as `administrator.granted amina@nhs.net A1`, in order. */
export async function audited(database: Database): Promise<string[]> {
  const rows = await database.query<{ what: string; subject: string; odsCode: string }>(
    'select what, subject, ods_code as "odsCode" from audit order by audit_id',
  );
  return rows.map(({ what, subject, odsCode }) => `${what} ${subject} ${odsCode}`);
}

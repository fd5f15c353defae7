/** Ending access. Nobody ends their own, that of somebody theirs comes from, or what was given for longer than theirs. */
import { cancelWithoutAccess } from '../delivery/cancel-owed.ts';
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';
import { recordAudit } from './audit.ts';
import type { Giver } from './grants.ts';
import {
  accessOf,
  CONFIGURATION,
  type HeldAccess,
  isActive,
  lockOrganisations,
  samePerson,
} from './held-access.ts';
import { endWhatWasPassedOn, nameOf, type PassedOn } from './passed-on.ts';

export interface Revocation {
  by: Giver;
  from: TeamsPerson;
  odsCodes: readonly string[];
  now: Date;
}

export type RevokeOutcome =
  /** `passedOn` is what they had given to others, which ended with theirs. */
  | { outcome: 'revoked'; odsCodes: string[]; address?: string; passedOn: PassedOn[] }
  /** They hold none of it, or no longer. */
  | { outcome: 'none' }
  | { outcome: 'yourself' }
  | {
      outcome: 'not-yours' | 'configured' | 'yours-comes-from-theirs' | 'outlasts-yours';
      odsCodes: string[];
    };

/** All of it or nothing. Call it in a transaction. */
export async function revokeAccess(transaction: Database, revocation: Revocation): Promise<RevokeOutcome> {
  const { by, from, now } = revocation;
  const odsCodes = [...new Set(revocation.odsCodes)].sort();
  const revoker = 'aadObjectId' in by ? by : undefined;
  if (revoker && samePerson(revoker, from)) return { outcome: 'yourself' };
  await lockOrganisations(transaction, odsCodes);
  const rows = await accessOf(transaction, revoker ? [revoker, from] : [from], odsCodes);
  const active = rows.filter((row) => isActive(row, now));
  const theirs = active.filter((row) => samePerson(row, from));
  if (revoker) {
    const own = active.filter((row) => samePerson(row, revoker) && !row.isGuest);
    const refusal = await mayNot(transaction, revoker, own, from, theirs, odsCodes);
    if (refusal) return refusal;
  }
  if (theirs.length === 0) return { outcome: 'none' };
  const fixed = theirs.filter((row) => row.grantedBy === CONFIGURATION);
  if (fixed.length > 0) return { outcome: 'configured', odsCodes: codesOf(fixed) };

  await transaction.query(
    `delete from administrator where tenant_id = $1 and aad_object_id = $2 and ods_code = any($3::text[])`,
    [from.tenantId, from.aadObjectId, codesOf(theirs)],
  );
  for (const row of theirs) {
    await recordAudit(transaction, {
      actor: by,
      what: 'administrator.revoked',
      odsCode: row.odsCode,
      subject: nameOf(row),
      before: { until: row.until, by: row.grantedBy },
      at: now,
    });
  }
  const passedOn = await endWhatWasPassedOn(transaction, codesOf(theirs), now);
  await cancelWithoutAccess(transaction, now);
  const address = theirs[0]?.address;
  return { outcome: 'revoked', odsCodes: codesOf(theirs), ...(address && { address }), passedOn };
}

async function mayNot(
  transaction: Database,
  revoker: TeamsPerson,
  own: HeldAccess[],
  from: TeamsPerson,
  theirs: HeldAccess[],
  odsCodes: string[],
): Promise<RevokeOutcome | undefined> {
  const lacking = odsCodes.filter((code) => !own.some(({ odsCode }) => odsCode === code));
  if (lacking.length > 0) return { outcome: 'not-yours', odsCodes: lacking };
  const above = await givenDownFrom(transaction, from, revoker, odsCodes);
  if (above.length > 0) return { outcome: 'yours-comes-from-theirs', odsCodes: above };
  const outlasting = theirs.filter((row) => {
    const mine = own.find(({ odsCode }) => odsCode === row.odsCode)?.until ?? null;
    return mine !== null && (row.until === null || row.until > mine);
  });
  return outlasting.length > 0 ? { outcome: 'outlasts-yours', odsCodes: codesOf(outlasting) } : undefined;
}

/** For which of these organisations the lower person's access comes from the upper one's, however far down. */
async function givenDownFrom(
  transaction: Database,
  upper: TeamsPerson,
  lower: TeamsPerson,
  odsCodes: readonly string[],
): Promise<string[]> {
  const rows = await transaction.query<{ odsCode: string }>(
    `with recursive above as (
       select ods_code, given_by_tenant, given_by from administrator
       where tenant_id = $1 and aad_object_id = $2 and ods_code = any($3::text[])
       union
       select giver.ods_code, giver.given_by_tenant, giver.given_by
       from administrator giver join above on giver.tenant_id = above.given_by_tenant
         and giver.aad_object_id = above.given_by and giver.ods_code = above.ods_code)
     select ods_code as "odsCode" from above where given_by_tenant = $4 and given_by = $5 order by ods_code`,
    [lower.tenantId, lower.aadObjectId, odsCodes, upper.tenantId, upper.aadObjectId],
  );
  return codesOf(rows);
}

function codesOf(rows: readonly { odsCode: string }[]): string[] {
  return rows.map(({ odsCode }) => odsCode);
}

/** Giving access: an administrator gives only what they hold, and no longer than they hold it. Never to a guest. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';
import { type Actor, nameOfActor, recordAudit } from './audit.ts';
import {
  accessOf,
  CONFIGURATION,
  type HeldAccess,
  isActive,
  lockOrganisations,
  samePerson,
} from './held-access.ts';
import { endWhatWasPassedOn, nameOf } from './passed-on.ts';

/** A person, who must hold what they give or end; or the command line, which may give and end everything. */
export type Giver = Exclude<Actor, 'service'>;

export interface NewGrant {
  by: Giver;
  to: TeamsPerson;
  odsCodes: readonly string[];
  /** The moment at which it ends. Without one it lasts as long as the giver's own. */
  until?: Date | undefined;
  now: Date;
}

export type GrantOutcome =
  /** `already` had it for at least as long: nothing was changed there. Without `until` it does not end by itself. */
  | { outcome: 'granted'; given: string[]; already: string[]; until?: Date }
  | { outcome: 'yourself' | 'guest' | 'not-known' | 'nothing-chosen' | 'in-the-past' }
  | { outcome: 'not-yours' | 'no-such-organisation' | 'configured'; odsCodes: string[] }
  /** `until` is when the giver's own access ends. */
  | { outcome: 'longer-than-yours'; until: Date };

/** All of it or nothing: one organisation that cannot be given refuses the others too. Call it in a transaction. */
export async function grantAccess(transaction: Database, grant: NewGrant): Promise<GrantOutcome> {
  const { by, to, now } = grant;
  const odsCodes = [...new Set(grant.odsCodes)].sort();
  const giver = 'aadObjectId' in by ? by : undefined;
  if (odsCodes.length === 0) return { outcome: 'nothing-chosen' };
  if (grant.until && grant.until <= now) return { outcome: 'in-the-past' };
  if (giver && samePerson(giver, to)) return { outcome: 'yourself' };

  const known = await lockOrganisations(transaction, odsCodes);
  const rows = await accessOf(transaction, giver ? [giver, to] : [to], odsCodes);
  const own = rows.filter((row) => giver && samePerson(row, giver) && !row.isGuest && isActive(row, now));
  const lacking = odsCodes.filter((code) => !own.some(({ odsCode }) => odsCode === code));
  if (giver && lacking.length > 0) return { outcome: 'not-yours', odsCodes: lacking };
  const ends = own.flatMap(({ until }) => (until ? [until] : []));
  const [soonest] = ends.sort((one, other) => one.getTime() - other.getTime());
  if (soonest && grant.until && grant.until > soonest) {
    return { outcome: 'longer-than-yours', until: soonest };
  }
  const until = grant.until ?? soonest;

  const person = await personIn(transaction, to);
  if (person?.isGuest) return { outcome: 'guest' };
  // An administrator gives to people of their own tenant whose address the roster gave; an operator may know better.
  if (giver && (giver.tenantId !== to.tenantId || !person?.address)) return { outcome: 'not-known' };
  const unknown = odsCodes.filter((code) => !known.has(code));
  if (unknown.length > 0) return { outcome: 'no-such-organisation', odsCodes: unknown };

  const before = rows.filter((row) => samePerson(row, to));
  const active = before.filter((row) => isActive(row, now));
  // An operator says what is to be. An administrator only adds to it: what is to be shorter is ended first.
  const kept = giver ? active.filter((row) => lastsUntil(row, until)) : [];
  const fixed = active.filter((row) => row.grantedBy === CONFIGURATION && !kept.includes(row));
  if (fixed.length > 0) return { outcome: 'configured', odsCodes: fixed.map(({ odsCode }) => odsCode) };
  const given = odsCodes.filter((code) => !kept.some(({ odsCode }) => odsCode === code));
  await transaction.query(GRANT, [
    to.tenantId,
    to.aadObjectId,
    given,
    nameOfActor(by),
    now,
    until ?? null,
    giver?.tenantId ?? null,
    giver?.aadObjectId ?? null,
  ]);
  for (const odsCode of given) {
    const old = before.find((row) => row.odsCode === odsCode);
    await recordAudit(transaction, {
      actor: by,
      what: 'administrator.granted',
      odsCode,
      subject: nameOf({ ...to, address: person?.address ?? null }),
      ...(old && { before: { until: old.until, by: old.grantedBy } }),
      after: { until: until ?? null },
      at: now,
    });
  }
  await endWhatWasPassedOn(transaction, given, now);
  // A turn that is repeated finds what it gave a moment ago: to the person it was given now.
  const repeated = kept.filter((row) => row.grantedAt.getTime() === now.getTime());
  const already = kept.filter((row) => !repeated.includes(row)).map(({ odsCode }) => odsCode);
  return {
    outcome: 'granted',
    given: odsCodes.filter((code) => !already.includes(code)),
    already,
    ...(until && { until }),
  };
}

const GRANT = `
  insert into administrator as old
    (tenant_id, aad_object_id, ods_code, granted_by, granted_at, expires_at, given_by_tenant, given_by)
  select $1, $2, ods_code, $4, $5::timestamptz, $6::timestamptz, $7, $8 from unnest($3::text[]) as ods_code
  on conflict (tenant_id, aad_object_id, ods_code) do update set granted_by = excluded.granted_by,
    granted_at = excluded.granted_at, expires_at = excluded.expires_at,
    given_by_tenant = excluded.given_by_tenant, given_by = excluded.given_by`;

function lastsUntil(row: HeldAccess, until: Date | undefined): boolean {
  return row.until === null || (until !== undefined && row.until >= until);
}

async function personIn(transaction: Database, { tenantId, aadObjectId }: TeamsPerson) {
  const [person] = await transaction.query<{ address: string | null; isGuest: boolean }>(
    'select address, is_guest as "isGuest" from person where tenant_id = $1 and aad_object_id = $2',
    [tenantId, aadObjectId],
  );
  return person;
}

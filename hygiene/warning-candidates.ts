/** Whom a send of warnings would write to, whom it cannot reach, and whom it leaves alone, each with the reason. */

import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { owedFor } from '../delivery/ledger.ts';
import type { ProposedRecipient } from '../delivery/send.ts';
import { ACCOUNT_COLUMNS, type Account } from './account.ts';
import { isMarkedLeaver } from './account-status.ts';
import { accountsSeenBy, type Reader } from './accounts.ts';
import { type Day, sayDay } from './day.ts';
import { INACTIVITY_WARNING, inactivityWarning, isDated, reasonKeyOf } from './inactivity-warning.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { parameters } from './parameters.ts';
import { stageSql } from './stage-sql.ts';
import { standingOf } from './standing.ts';

export interface Candidate extends ProposedRecipient {
  why: string;
  /** The day on which it happens, and how many days are left. */
  happensOn: Day;
  daysLeft: number;
}

export interface LeftAlone {
  name: string;
  address: string;
  why: string;
}

interface Row extends Account {
  tenantId: string | null;
  aadObjectId: string | null;
  /** The last day on which the account's person was met in Teams. */
  seenOn: Day | null;
}

export interface CandidateQuestion {
  odsCode: string;
  /** The administrator who asks, or the service by itself. */
  reader: Reader;
  /** Only people of this tenant are written to: an address says nothing in another one. */
  tenantId: string;
  now: Date;
  profile: LifecycleProfile;
  day: Day;
  reportDate: Day;
}

/** Those who have not been warned of it yet. */
export async function warningCandidates(
  database: Database,
  question: CandidateQuestion,
): Promise<{ candidates: Candidate[]; leftAlone: LeftAlone[] }> {
  const { candidates, leftAlone } = await atRisk(database, question);
  return withoutWarned(database, candidates, leftAlone);
}

/** All who should have been warned by this day, whether they were or not. */
export async function atRisk(
  database: Database,
  question: CandidateQuestion,
): Promise<{ candidates: Candidate[]; leftAlone: LeftAlone[] }> {
  const { profile, day } = question;
  const candidates: Candidate[] = [];
  const leftAlone: LeftAlone[] = [];
  for (const { tenantId, aadObjectId, seenOn, ...account } of await dueAccounts(database, question)) {
    const standing = standingOf(account, profile, day);
    if (!isDated(standing)) continue;
    const { displayName: name, address } = account;
    const reason = reasonToLeaveAlone(account, day) ?? seenSince(seenOn, question);
    if (reason) leftAlone.push({ name, address, why: reason });
    else {
      const person: TeamsPerson | undefined =
        tenantId !== null && aadObjectId !== null ? { tenantId, aadObjectId } : undefined;
      candidates.push({
        name,
        address,
        ...(person && { person }),
        why: standing.why,
        happensOn: standing.happensOn,
        daysLeft: standing.daysLeft,
        reasonKey: reasonKeyOf(account, standing, profile),
        kind: INACTIVITY_WARNING,
        content: inactivityWarning(standing, profile, question.reportDate),
      });
    }
  }
  return { candidates, leftAlone };
}

/** A person counts as reachable when Teams' roster gave this address, they are no guest and they have a chat with us that is open. */
function dueAccounts(
  database: Database,
  { odsCode, reader, tenantId, profile, day, now }: CandidateQuestion,
): Promise<Row[]> {
  const bound = parameters();
  const accounts = accountsSeenBy(reader, now, bound);
  return database.query<Row>(
    `select ${ACCOUNT_COLUMNS}, reached.tenant_id as "tenantId", reached.aad_object_id as "aadObjectId",
       (select seen_on from account_seen where account_seen.address = staged.address) as "seenOn"
     from ${stageSql(profile, `${bound.bind(day)}::date`, accounts)} staged
     left join lateral (
       select person.tenant_id, person.aad_object_id from person
       where lower(person.address) = staged.address and person.tenant_id = ${bound.bind(tenantId)}
         and not person.is_guest
         and exists (select 1 from conversation
           where conversation.tenant_id = person.tenant_id
             and conversation.aad_object_id = person.aad_object_id and scope = 'personal' and closed_at is null)
       order by seen_at desc, person.aad_object_id limit 1) reached on true
     where ods_code = ${bound.bind(odsCode)} and stage in ('due', 'overdue', 'inactive') and kind = 'user'
       and happens_on is not null
     order by happens_on, display_name, address`,
    bound.values,
  );
}

function reasonToLeaveAlone(account: Account, day: Day): string | undefined {
  const { absentUntil } = account;
  if (absentUntil !== null && absentUntil >= day) return `Planned absence until ${sayDay(absentUntil)}.`;
  return isMarkedLeaver(account, day) ? 'Marked as a leaver.' : undefined;
}

/** A report of the same day need not know of it yet. A newer one does, so it holds until then and no longer. */
function seenSince(seenOn: Day | null, { profile, reportDate }: CandidateQuestion): string | undefined {
  return profile.teamsCountsAsUse && seenOn !== null && seenOn >= reportDate
    ? `Seen in Teams on ${sayDay(seenOn)}, which counts as use.`
    : undefined;
}

async function withoutWarned(database: Database, candidates: Candidate[], leftAlone: LeftAlone[]) {
  const owed = await owedFor(
    database,
    candidates.map(({ reasonKey }) => reasonKey),
  );
  const isNew = ({ reasonKey }: Candidate) => !owed.has(reasonKey);
  const warned = candidates
    .filter((each) => !isNew(each))
    .map(({ name, address, reasonKey }) => ({
      name,
      address,
      why:
        owed.get(reasonKey) === 'failed'
          ? 'This warning was tried before and did not arrive.'
          : 'This warning was already sent, or is on its way.',
    }));
  return { candidates: candidates.filter(isNew), leftAlone: [...leftAlone, ...warned] };
}

/** Where a person's own account stands, and whether another rule would give them less time. */
import type { Database } from '../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account } from './account.ts';
import { EVERY_ACCOUNT } from './accounts.ts';
import type { Day } from './day.ts';
import { ageOf } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import type { Stage } from './stage-of.ts';
import { type Standing, standingOf } from './standing.ts';

export type PersonsAccount =
  | { outcome: 'not-in-a-report' }
  | {
      outcome: 'found';
      account: Account;
      organisation: string;
      standing: Standing;
      /** What another profile says, when it names an earlier day. */
      earlier?: Standing;
      /** The profile that `earlier` follows. */
      earlierProfile?: LifecycleProfile;
      reportDate: Day;
      reportAgeInDays: number;
      tooOld: boolean;
    };

/**
 * @param address as Teams' own roster gives it, never as somebody typed it.
 * @param day today, in the organisation's time zone.
 * @param profiles the one in force first, then the others to compare with.
 */
export async function accountOfPerson(
  database: Database,
  address: string,
  day: Day,
  profiles: readonly [LifecycleProfile, ...LifecycleProfile[]],
): Promise<PersonsAccount> {
  const [row] = await database.query<Account & { organisation: string }>(
    `select ${ACCOUNT_COLUMNS}, organisation from ${EVERY_ACCOUNT} account where address = lower($1)`,
    [address],
  );
  if (!row?.reportedOn) return { outcome: 'not-in-a-report' };
  const { organisation, ...account } = row;
  const reportDate = row.reportedOn;
  const [chosen, ...others] = profiles;
  const standing = standingOf(account, chosen, day);
  const earlier = earliest(
    others.map((profile) => ({ profile, standing: standingOf(account, profile, day) })),
  );
  const isEarlier = earlier && lastDayOf(earlier.standing) < lastDayOf(standing);
  const age = ageOf(reportDate, chosen, day);
  return {
    outcome: 'found',
    account,
    organisation,
    standing,
    ...(earlier && isEarlier && { earlier: earlier.standing, earlierProfile: earlier.profile }),
    reportDate,
    reportAgeInDays: age.ageInDays,
    tooOld: age.tooOld,
  };
}

interface Compared {
  profile: LifecycleProfile;
  standing: Standing;
}

/** Only what is still to happen to a working account counts: not the end of a restore window. */
function earliest(compared: Compared[]): Compared | undefined {
  return compared
    .filter(({ standing }) => standing.range || COUNTED.includes(standing.stage))
    .filter(({ standing }) => lastDayOf(standing) !== NEVER)
    .sort((a, b) => (lastDayOf(a.standing) < lastDayOf(b.standing) ? -1 : 1))[0];
}

const COUNTED: readonly Stage[] = ['active', 'due', 'inactive', 'overdue'];
/** After every day. */
const NEVER = '~';

function lastDayOf({ happensOn, range }: Standing): Day {
  return happensOn ?? range?.to ?? NEVER;
}

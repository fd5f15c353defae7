/** Where a person's own account stands, and whether another rule would give them less time. */
import type { Database } from '../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account } from './account.ts';
import type { Day } from './day.ts';
import { ageOf } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
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
      /** The title of the profile that `earlier` follows. */
      earlierTitle?: string;
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
  const [row] = await database.query<Account & { organisation: string; reportDate: Day }>(
    `select ${ACCOUNT_COLUMNS}, organisation.name as organisation, report.taken_on as "reportDate"
     from account join organisation using (ods_code) join report using (report_id)
     where address = lower($1)`,
    [address],
  );
  if (!row) return { outcome: 'not-in-a-report' };
  const { organisation, reportDate, ...account } = row;
  const [chosen, ...others] = profiles;
  const standing = standingOf(account, chosen, day);
  const earlier = earliest(
    others.map((profile) => ({ profile, standing: standingOf(account, profile, day) })),
  );
  const isEarlier =
    earlier?.standing.happensOn && (!standing.happensOn || earlier.standing.happensOn < standing.happensOn);
  const age = ageOf(reportDate, chosen, day);
  return {
    outcome: 'found',
    account,
    organisation,
    standing,
    ...(earlier && isEarlier && { earlier: earlier.standing, earlierTitle: earlier.profile.title }),
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
    .filter(({ standing }) => ['active', 'due', 'inactive', 'overdue'].includes(standing.stage))
    .filter(({ standing }) => standing.happensOn)
    .sort((a, b) => ((a.standing.happensOn ?? '') < (b.standing.happensOn ?? '') ? -1 : 1))[0];
}

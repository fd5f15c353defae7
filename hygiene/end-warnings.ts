/**
 * When an account is in use again its warnings are over: those to come are taken back, and the card on screen says so.
 * It is known from a sweep after a new report, or, where the rule counts it as use, from having met its person in Teams.
 */
import { cancelOwed } from '../delivery/cancel-owed.ts';
import type { Database } from '../delivery/database.ts';
import { planCardUpdates } from '../delivery/update-cards.ts';
import type { Day } from './day.ts';
import { INACTIVITY_WARNING } from './inactivity-warning.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';

/** The kind of the card that takes the warning's place. */
export const WARNING_OVER = 'warning-over';

/** The data of that card. */
export type WarningOver =
  /** The last report says that the account is in use. */
  | { because: 'in-use'; reportDate: Day | null }
  | { because: 'seen'; seenOn: Day; year: number }
  /** It is disabled, deleted, exempt or gone: there is nothing to warn of. */
  | { because: 'other' };

export interface EndQuestion {
  profiles: Iterable<LifecycleProfile>;
  timeZone: string;
  now: Date;
}

interface Ended {
  owedId: number;
  state: string;
  changedAt: Date;
  profile: string;
  clearedAs: string | null;
  seenOn: Day | null;
  reportDate: Day | null;
}

const AT_ONCE = 500;
const MS_PER_DAY = 86_400_000;
/** Nobody looks for an older card. */
const CARDS_CHANGED_FOR_DAYS = 60;
/** Stages at which an account may be flagged again any day, or of which nothing is known: its warnings stay. */
const STAYS = "('unknown')";

/** What is on its way at this moment is left to the next time: only then is it known whether it is on a screen. */
const ENDED = `
  select live.owed_id as "owedId", live.state, live.changed_at as "changedAt", live.profile, cleared.cleared_as as "clearedAs",
    case when cleared.cleared_as is null then seen.seen_on end as "seenOn",
    (select taken_on from organisation_report join report using (report_id)
      where organisation_report.ods_code = live.organisation) as "reportDate"
  from (
    select *, split_part(reason_key, ':', 2) as profile, split_part(reason_key, ':', 3) as address
    from owed_message
    where kind = '${INACTIVITY_WARNING}' and ended_at is null and state in ('planned', 'retrying', 'ambiguous', 'sent')
  ) live
  left join lateral (
    select cleared_as, cleared_on from flag
    where flag.address = live.address and flag.profile = live.profile order by flag_id desc limit 1
  ) cleared on cleared.cleared_on >= (live.planned_at at time zone $1)::date
    and cleared.cleared_as not in ${STAYS}
  left join account_seen seen on seen.address = live.address
    and seen.seen_on >= (live.content ->> 'reportDate')::date and live.profile = any($2::text[])
  where cleared.cleared_as is not null or seen.seen_on is not null
  order by live.owed_id limit ${AT_ONCE} for update of live skip locked`;

/** @returns how many warnings are over since the last time. */
export async function endWarnings(database: Database, question: EndQuestion): Promise<number> {
  const profiles = new Map([...question.profiles].map((profile) => [profile.id, profile]));
  let ended = 0;
  for (;;) {
    const some = await database.transaction((transaction) => endSome(transaction, question, profiles));
    ended += some;
    if (some < AT_ONCE) return ended;
  }
}

async function endSome(
  transaction: Database,
  { timeZone, now }: EndQuestion,
  profiles: ReadonlyMap<string, LifecycleProfile>,
): Promise<number> {
  const counting = [...profiles.values()].filter(({ teamsCountsAsUse }) => teamsCountsAsUse);
  const rows = await transaction.query<Ended>(ENDED, [timeZone, counting.map(({ id }) => id)]);
  const owedIds = rows.map(({ owedId }) => owedId);
  await transaction.query(
    'update owed_message set ended_at = $2::timestamptz where owed_id = any($1::bigint[]) and ended_at is null',
    [owedIds, now],
  );
  await cancelOwed(transaction, {
    condition: 'owed_id = any($3::bigint[])',
    parameters: [owedIds],
    note: 'the account is in use again',
    now,
  });
  const oldest = new Date(now.getTime() - CARDS_CHANGED_FOR_DAYS * MS_PER_DAY);
  const onScreen = rows.filter(({ state, changedAt }) => state === 'sent' && changedAt > oldest);
  const updates = onScreen.map((row) => ({
    owedId: row.owedId,
    kind: WARNING_OVER,
    content: overBecause(row, profiles),
  }));
  await planCardUpdates(transaction, updates, now);
  return rows.length;
}

function overBecause(
  { clearedAs, seenOn, reportDate, profile }: Ended,
  profiles: ReadonlyMap<string, LifecycleProfile>,
): WarningOver {
  if (clearedAs === 'active') return { because: 'in-use', reportDate };
  const year = profiles.get(profile)?.year;
  return seenOn && year ? { because: 'seen', seenOn, year } : { because: 'other' };
}

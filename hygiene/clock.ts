/** From which day the unused days of an account are counted: a day, one of several days, or none that is known. */
import type { Account } from './account.ts';
import type { Condition } from './account-status.ts';
import { addDays, type Day } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';

/** Some day from the first to the last of these. */
export interface DayRange {
  from: Day;
  to: Day;
}

export type CountedBecause =
  | 'last-use'
  | 'never-used'
  | 'unfinished'
  | 'said-active'
  | 'said-inactive'
  | 'no-date'
  | 'future-date';

export interface Clock {
  from?: Day;
  /** The report gives a status and no date: then it was one of these days. */
  between?: DayRange;
  because: CountedBecause;
}

/** Without `from` and `between` the report does not say, or names a day to come. */
export function clockOf(account: Account, condition: Condition, profile: LifecycleProfile, day: Day): Clock {
  const { lastActiveOn, createdOn, neverUsed, setUpComplete } = account;
  const made = createdOn ?? undefined;
  const unfinished = profile.unfinishedCountsFromCreation && setUpComplete === false;
  // Used long after it was made: its set-up was once finished and is being done again, so the last use counts.
  const usedLater =
    lastActiveOn !== null && made !== undefined && lastActiveOn >= addDays(made, profile.inactiveAfterDays);
  const clock: Clock =
    unfinished && !usedLater
      ? { ...(made && { from: made }), because: 'unfinished' }
      : lastActiveOn !== null
        ? { from: lastActiveOn, because: 'last-use' }
        : { ...(neverUsed && made && { from: made }), because: 'never-used' };
  if (clock.from === undefined) return fromStatus(account, condition, profile, day);
  return clock.from > day ? { because: 'future-date' } : clock;
}

/**
 * What a status alone says of the last use, if the rule was kept: an account that is active was used within the days
 * that the rule allows, and one that is inactive but not deleted was used before them, and not longer ago than that.
 */
function fromStatus(
  { reportedOn }: Account,
  condition: Condition,
  { inactiveAfterDays, deletedAfterDays }: LifecycleProfile,
  day: Day,
): Clock {
  if (reportedOn === null || reportedOn > day) return { because: 'no-date' };
  const ago = (days: number) => addDays(reportedOn, -days);
  if (condition === 'active') {
    return { between: { from: ago(inactiveAfterDays - 1), to: reportedOn }, because: 'said-active' };
  }
  if (condition === 'inactive' && deletedAfterDays !== null) {
    return {
      between: { from: ago(deletedAfterDays - 1), to: ago(inactiveAfterDays) },
      because: 'said-inactive',
    };
  }
  return { because: 'no-date' };
}

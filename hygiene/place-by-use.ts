/** Where an account stands by the days on which it was not used. */
import type { Account } from './account.ts';
import type { Condition } from './account-status.ts';
import { type CountedBecause, clockOf, type DayRange } from './clock.ts';
import { addDays, type Day } from './day.ts';
import { dueWithinDays, type LifecycleProfile } from './lifecycle-profile.ts';
import type { Place } from './stage-of.ts';

/** @param condition one in which the days without use are counted. @param day today. */
export function placeByUse(
  account: Account,
  condition: Condition,
  profile: LifecycleProfile,
  day: Day,
): Place {
  const { from: countedFrom, between, because } = clockOf(account, condition, profile, day);
  const saidInactive = condition === 'inactive';
  if (between) return countedFromStatus(between, because, profile, day);
  if (countedFrom === undefined) {
    return saidInactive ? { stage: 'inactive', because: 'said-inactive' } : { stage: 'unknown', because };
  }
  const first = addDays(countedFrom, profile.inactiveAfterDays);
  if (!saidInactive && day < first) {
    const ranOut = passwordRanOut(account, profile, day);
    const stage = day < addDays(first, -dueWithinDays(profile)) && !ranOut ? 'active' : 'due';
    const why = ranOut ? 'password-ran-out' : because;
    return { stage, because: why, event: 'inactive', happensOn: first, countedFrom };
  }
  if (!saidInactive && restsAfterEnabling(account, countedFrom, profile, day)) {
    return { stage: 'unknown', because: 'enabled-lately' };
  }
  if (profile.deletedAfterDays === null) {
    return saidInactive
      ? { stage: 'inactive', because: 'said-inactive', countedFrom }
      : { stage: 'overdue', because, event: 'inactive', happensOn: first, countedFrom };
  }
  const last = addDays(countedFrom, profile.deletedAfterDays);
  const stage = day < last ? 'inactive' : 'overdue';
  return { stage, because, event: 'deleted', happensOn: last, countedFrom };
}

/** Known is only what holds for each of the days on which it may have been used last. */
function countedFromStatus(
  last: DayRange,
  because: CountedBecause,
  { inactiveAfterDays, deletedAfterDays }: LifecycleProfile,
  day: Day,
): Place {
  const after = (days: number) => ({ from: addDays(last.from, days), to: addDays(last.to, days) });
  const inactive = after(inactiveAfterDays);
  if (day < inactive.to) return { stage: 'unknown', because, event: 'inactive', range: inactive };
  if (deletedAfterDays === null) return { stage: 'overdue', because, event: 'inactive', range: inactive };
  const range = after(deletedAfterDays);
  return { stage: day < range.to ? 'inactive' : 'overdue', because, event: 'deleted', range };
}

function passwordRanOut({ passwordExpiresOn }: Account, profile: LifecycleProfile, day: Day): boolean {
  return profile.passwordMustBeValid && passwordExpiresOn !== null && passwordExpiresOn <= day;
}

/** No source says how an account is counted that was made active again: its first use cannot be known at once. */
function restsAfterEnabling(
  { enabledOn }: Account,
  countedFrom: Day,
  { restAfterEnablingDays }: LifecycleProfile,
  day: Day,
): boolean {
  if (enabledOn === null || enabledOn > day || countedFrom >= enabledOn) return false;
  return day < addDays(enabledOn, restAfterEnablingDays);
}

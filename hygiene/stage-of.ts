/** Where an account stands under a profile on a day. `stage-sql.ts` says the same for whole tables. */
import type { Account } from './account.ts';
import { type Condition, conditionOf } from './account-status.ts';
import { type CountedBecause, clockOf, type DayRange } from './clock.ts';
import { addDays, addMonths, type Day, daysBetween } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { placeByUse } from './place-by-use.ts';

/** In the order in which an unused account goes through them; the last three stand outside it. */
// biome-ignore format: one line shows the order.
export const STAGES = ['active', 'due', 'inactive', 'overdue', 'restorable', 'removed', 'disabled', 'exempt', 'unknown'] as const;
export type Stage = (typeof STAGES)[number];

/** What happens to the account on a day: the profile's word for inactive, deleted, or deleted for good. */
export type LifeEvent = 'inactive' | 'deleted' | 'gone';

/** What decided the stage, for the words that explain it. */
export type Because =
  | 'said-gone'
  | 'said-deleted'
  | 'said-disabled'
  | 'not-covered'
  | 'exempt-kind'
  | 'changing'
  | 'unrecognised'
  | 'leaver'
  | 'leaver-without-date'
  | 'password-ran-out'
  | 'enabled-lately'
  | CountedBecause;

export interface Place {
  stage: Stage;
  because: Because;
  event?: LifeEvent;
  /** The day of `event`; past or today when the stage is `overdue`. */
  happensOn?: Day;
  /** In place of `happensOn`, when the report gives a status and no date: it is one of these days. */
  range?: DayRange;
  /** The day from which unused days are counted. */
  countedFrom?: Day;
  /** The profile counts it as a leaver's, whatever decided the day. */
  leaver?: true;
}

/** @param day today, in the organisation's time zone. */
export function stageOf(account: Account, profile: LifecycleProfile, day: Day): Place {
  const condition = conditionOf(account);
  const applies = profile.appliesTo === 'all' || account.isNas;
  const exempt = profile.exemptKinds.includes(account.kind);
  const leaver = isLeaver(account, condition, profile, day);
  if (condition === 'gone') return { stage: 'removed', because: 'said-gone' };
  if (condition === 'deleted') return deleted(account, applies ? profile.restorableDays : null, day);
  if (condition === 'disabled' || (condition === 'disabled-leaver' && !leaver)) {
    return disabled(account, applies && !exempt ? profile.disabledKeptMonths : null, day);
  }
  if (!applies) {
    return condition === 'inactive'
      ? { stage: 'inactive', because: 'said-inactive' }
      : { stage: 'unknown', because: 'not-covered' };
  }
  if (exempt) return { stage: 'exempt', because: 'exempt-kind' };
  if (condition === 'changing' || condition === 'unrecognised')
    return { stage: 'unknown', because: condition };
  return leaver ? leaving(account, condition, profile, day) : placeByUse(account, condition, profile, day);
}

function deleted({ deletedOn }: Account, restorableDays: number | null, day: Day): Place {
  const because = 'said-deleted';
  if (deletedOn !== null && deletedOn > day) return { stage: 'unknown', because: 'future-date' };
  if (restorableDays === null) return { stage: 'removed', because };
  if (deletedOn === null) return { stage: 'restorable', because };
  const happensOn = addDays(deletedOn, restorableDays);
  return day < happensOn
    ? { stage: 'restorable', because, event: 'gone', happensOn }
    : { stage: 'removed', because };
}

function disabled({ disabledOn }: Account, keptMonths: number | null, day: Day): Place {
  const because = 'said-disabled';
  if (keptMonths === null || disabledOn === null) return { stage: 'disabled', because };
  if (disabledOn > day) return { stage: 'unknown', because: 'future-date' };
  const happensOn = addMonths(disabledOn, keptMonths);
  return { stage: day < happensOn ? 'disabled' : 'overdue', because, event: 'deleted', happensOn };
}

function isLeaver({ leaverOn }: Account, condition: Condition, profile: LifecycleProfile, day: Day): boolean {
  if (profile.leaverDeletedAfterDays === null) return false;
  return condition === 'leaver' || condition === 'disabled-leaver' || (leaverOn !== null && leaverOn <= day);
}

function leaving(account: Account, condition: Condition, profile: LifecycleProfile, day: Day): Place {
  const { leaverOn } = account;
  if (leaverOn === null || leaverOn > day) return { stage: 'unknown', because: 'leaver-without-date' };
  const { from, because: unusedBecause } = clockOf(account, condition, profile, day);
  const asLeaver = addDays(leaverOn, profile.leaverDeletedAfterDays ?? 0);
  const asUnused = from && profile.deletedAfterDays ? addDays(from, profile.deletedAfterDays) : asLeaver;
  const isUnusedFirst = daysBetween(asUnused, asLeaver) > 0;
  const happensOn = isUnusedFirst ? asUnused : asLeaver;
  const unused =
    condition === 'inactive' || (from !== undefined && day >= addDays(from, profile.inactiveAfterDays));
  const stage = day >= happensOn ? 'overdue' : unused ? 'inactive' : 'due';
  // The words are about the day that is shown, so the reason has to be of that day.
  return isUnusedFirst && from !== undefined
    ? { stage, because: unusedBecause, event: 'deleted', happensOn, countedFrom: from, leaver: true }
    : { stage, because: 'leaver', event: 'deleted', happensOn, leaver: true };
}

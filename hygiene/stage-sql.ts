/** `stage-of.ts` for whole tables: one `case` made from the profile, in this one place. */
import { EVERY_ACCOUNT } from './accounts.ts';
import { dueWithinDays, type LifecycleProfile } from './lifecycle-profile.ts';
import { conditionSql, factsSql, latestUseSql } from './stage-facts-sql.ts';

interface Branch {
  when: string;
  stage: string;
  /** The day on which it happens. */
  on?: string;
}

/**
 * A sub-query over accounts with `stage` and `happens_on` added; filter it by organisation outside.
 * Its `offset 0` keep PostgreSQL from working each fact out anew in every branch: measured five times faster.
 * @param day a placeholder with its type, such as `$1::date`. Nothing else comes from outside: a profile's
 * numbers and kinds are checked when it is read.
 * @param accounts the sub-query of `accounts.ts` to begin with.
 */
export function stageSql(profile: LifecycleProfile, day: string, accounts: string = EVERY_ACCOUNT): string {
  const branches = branchesOf(profile, day);
  const choose = (value: (branch: Branch) => string) =>
    branches.map((branch) => `when ${branch.when} then ${value(branch)}`).join('\n        ');
  return `(
    select account.*, staged.stage, staged.happens_on
    from ${accounts} account
    cross join lateral (select ${conditionSql()} as condition offset 0) said
    cross join lateral (select ${factsSql(profile, day)} offset 0) fact
    cross join lateral (select case when fact.counted_from <= ${day} then fact.counted_from end as clock,
      ${latestUseSql(profile, day)} as latest_use) counted
    cross join lateral (select
      case ${choose(({ stage }) => `'${stage}'`)} end as stage,
      case ${choose(({ on }) => on ?? 'null::date')} end as happens_on) staged)`;
}

/**
 * A condition on the rows of `stageSql`. It holds for none that is due, inactive or overdue, and for most of the others:
 * those that were used lately. It is asked before a row is placed, which takes three times as long.
 */
export function usedLatelySql(profile: LifecycleProfile, day: string): string {
  const days = profile.inactiveAfterDays - dueWithinDays(profile);
  const known = `status = 'Active' and last_active_on > ${day} - ${days} and last_active_on <= ${day}
    and leaver_on is null and set_up_complete is not false`;
  const password = profile.passwordMustBeValid ? ` and coalesce(password_expires_on > ${day}, true)` : '';
  return `coalesce(${known}${password}, false)`;
}

/** The first branch that holds decides, in the order of `stageOf`. */
function branchesOf(profile: LifecycleProfile, day: string): Branch[] {
  const first = `(clock + ${profile.inactiveAfterDays})`;
  const isDisabled = "(condition = 'disabled' or condition = 'disabled-leaver' and not leaver)";
  return [
    { when: "condition = 'gone'", stage: 'removed' },
    ...deletedBranches(profile, day),
    ...disabledBranches(profile, day, isDisabled),
    { when: isDisabled, stage: 'disabled' },
    { when: "not applies and condition = 'inactive'", stage: 'inactive' },
    { when: 'not applies', stage: 'unknown' },
    { when: 'exempt', stage: 'exempt' },
    { when: "condition in ('changing', 'unrecognised')", stage: 'unknown' },
    ...leaverBranches(profile, day, first),
    ...statusBranches(profile, day),
    { when: "clock is null and condition = 'inactive'", stage: 'inactive' },
    { when: 'clock is null', stage: 'unknown' },
    {
      when: `condition <> 'inactive' and ${day} < ${first} - ${dueWithinDays(profile)}${
        profile.passwordMustBeValid ? ` and coalesce(password_expires_on > ${day}, true)` : ''
      }`,
      stage: 'active',
      on: first,
    },
    { when: `condition <> 'inactive' and ${day} < ${first}`, stage: 'due', on: first },
    {
      when: `condition <> 'inactive' and enabled_on <= ${day} and clock < enabled_on
        and ${day} < enabled_on + ${profile.restAfterEnablingDays}`,
      stage: 'unknown',
    },
    ...lastBranches(profile, day, first),
  ];
}

function deletedBranches({ restorableDays }: LifecycleProfile, day: string): Branch[] {
  const end = `deleted_on + ${restorableDays}`;
  const restorable: Branch[] = [
    { when: "condition = 'deleted' and applies and deleted_on is null", stage: 'restorable' },
    { when: `condition = 'deleted' and applies and ${day} < ${end}`, stage: 'restorable', on: end },
  ];
  return [
    { when: `condition = 'deleted' and deleted_on > ${day}`, stage: 'unknown' },
    ...(restorableDays === null ? [] : restorable),
    { when: "condition = 'deleted'", stage: 'removed' },
  ];
}

function disabledBranches(
  { disabledKeptMonths }: LifecycleProfile,
  day: string,
  isDisabled: string,
): Branch[] {
  if (disabledKeptMonths === null) return [];
  const dated = `${isDisabled} and applies and not exempt and disabled_on is not null`;
  const end = `(disabled_on + interval '${disabledKeptMonths} months')::date`;
  return [
    { when: `${dated} and disabled_on > ${day}`, stage: 'unknown' },
    { when: `${dated} and ${day} < ${end}`, stage: 'disabled', on: end },
    { when: dated, stage: 'overdue', on: end },
  ];
}

function leaverBranches(profile: LifecycleProfile, day: string, first: string): Branch[] {
  if (profile.leaverDeletedAfterDays === null) return [];
  const asLeaver = `leaver_on + ${profile.leaverDeletedAfterDays}`;
  // `least` passes over a clock that is null.
  const end =
    profile.deletedAfterDays === null ? asLeaver : `least(${asLeaver}, clock + ${profile.deletedAfterDays})`;
  return [
    { when: `leaver and (leaver_on is null or leaver_on > ${day})`, stage: 'unknown' },
    { when: `leaver and ${day} >= ${end}`, stage: 'overdue', on: end },
    { when: `leaver and (condition = 'inactive' or ${day} >= ${first})`, stage: 'inactive', on: end },
    { when: 'leaver', stage: 'due', on: end },
  ];
}

/** A range of days, so none is given. */
function statusBranches({ inactiveAfterDays, deletedAfterDays }: LifecycleProfile, day: string): Branch[] {
  const before = (days: number) => `latest_use is not null and ${day} < latest_use + ${days}`;
  return [
    { when: before(inactiveAfterDays), stage: 'unknown' },
    ...(deletedAfterDays === null ? [] : [{ when: before(deletedAfterDays), stage: 'inactive' }]),
    { when: 'latest_use is not null', stage: 'overdue' },
  ];
}

function lastBranches({ deletedAfterDays }: LifecycleProfile, day: string, first: string): Branch[] {
  const last = `(clock + ${deletedAfterDays})`;
  if (deletedAfterDays === null) {
    return [
      { when: "condition = 'inactive'", stage: 'inactive' },
      { when: 'true', stage: 'overdue', on: first },
    ];
  }
  return [
    { when: `${day} < ${last}`, stage: 'inactive', on: last },
    { when: 'true', stage: 'overdue', on: last },
  ];
}

/** Facts of an account that the branches of `stage-sql.ts` ask for, worked out once a row. */
import { type Condition, PORTAL_STATUSES, WITHOUT_LEAVER_MARK } from './account-status.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';

/** What the portal's word for the status stands for, as `account-status.ts` has it. */
export function conditionSql(): string {
  const without: Partial<Record<Condition, Condition>> = WITHOUT_LEAVER_MARK;
  const words = Object.entries(PORTAL_STATUSES).map(([word, condition]) => {
    const decided = without[condition];
    return decided
      ? `when '${word}' then case when still_needed_on is null then '${condition}' else '${decided}' end`
      : `when '${word}' then '${condition}'`;
  });
  return `case
      when status is not null then case lower(btrim(status, E' \\t\\r\\n')) ${words.join(' ')} else 'unrecognised' end
      when deleted_on is not null then 'deleted'
      when disabled_on is not null then 'disabled'
      else 'in-use' end`;
}

/** What a profile makes of a row that has `condition`. */
export function factsSql(profile: LifecycleProfile, day: string): string {
  const kinds = profile.exemptKinds.map((kind) => `'${kind}'`).join(', ');
  const lastUse = 'coalesce(last_active_on, case when never_used then created_on end)';
  const usedLater = `coalesce(last_active_on >= created_on + ${profile.inactiveAfterDays}, false)`;
  return `
      ${profile.appliesTo === 'all' ? 'true' : 'is_nas'} as applies,
      ${kinds ? `kind in (${kinds})` : 'false'} as exempt,
      ${
        profile.leaverDeletedAfterDays === null
          ? 'false'
          : `condition in ('leaver', 'disabled-leaver') or coalesce(leaver_on <= ${day}, false)`
      } as leaver,
      ${
        profile.unfinishedCountsFromCreation
          ? `case when set_up_complete is false and not ${usedLater} then created_on else ${lastUse} end`
          : lastUse
      } as counted_from`;
}

/** The last day on which it can have been used, where the report gives a status and no date: see `clock.ts`. */
export function latestUseSql({ inactiveAfterDays, deletedAfterDays }: LifecycleProfile, day: string): string {
  return `case when fact.counted_from is null and reported_on <= ${day} then case condition
        when 'active' then reported_on
        ${deletedAfterDays === null ? '' : `when 'inactive' then reported_on - ${inactiveAfterDays}`} end end`;
}

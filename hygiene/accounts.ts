/** Where every query over accounts begins: what the last report says, with what administrators decided put first. */
import { granted, type TeamsPerson } from '../access/administrators.ts';
import type { Parameters } from './parameters.ts';

/**
 * The columns of `account` with `organisation`, `is_nas`, `report_id` (the last report that names it) and its day,
 * `reported_on`, what was decided, and what the report itself says of the kind and of leaving. A decision holds for the
 * organisation that made it: an account that moved to another one is decided afresh there.
 */
const decided = (accounts: string) => `
    select account.address, account.ods_code, organisation.name as organisation, organisation.is_nas,
      account.display_name, coalesce(decision.counts_as, account.kind) as kind, account.status,
      account.last_active_on, account.never_used, account.created_on, account.set_up_complete,
      account.disabled_on, account.deleted_on, account.password_expires_on, account.enabled_on,
      decision.absent_until,
      coalesce(decision.leaver_on, case when decision.still_needed_on is null then account.leaver_on end) as leaver_on,
      report.report_id, report.taken_on as reported_on,
      account.kind as reported_kind, account.leaver_on as reported_leaver_on, decision.approved_by,
      decision.still_needed_on, decision.decided_at, decision.decided_by_tenant, decision.decided_by
    from ${accounts} as account join organisation using (ods_code) left join organisation_report latest using (ods_code)
    left join report on report.report_id = coalesce(account.named_in, latest.report_id, account.changed_in)
    left join account_decision decision
      on decision.address = account.address and decision.ods_code = account.ods_code`;

/** A sub-query of every account: for what the service does by itself, never for what a person in Teams asked for. */
export const EVERY_ACCOUNT = `(${decided('account')})`;

/** The same over rows that are not in use yet, or over some of those that are. They have the columns of `account`. */
export function accountsFrom(rows: string): string {
  return `(${decided(rows)})`;
}

/** Who asks: a person in Teams, who sees what they administer, or whoever runs the service, who sees everything. */
export type Reader = TeamsPerson | 'operator';

/**
 * A sub-query of the accounts that somebody may see at this moment. Whatever anybody asks for begins here, so that no
 * list of organisations is carried about and no query can forget it.
 */
export function accountsSeenBy(reader: Reader, now: Date, { bind }: Parameters): string {
  if (reader === 'operator') return EVERY_ACCOUNT;
  const asked = {
    tenantId: bind(reader.tenantId),
    aadObjectId: bind(reader.aadObjectId),
    now: `${bind(now)}::timestamptz`,
  };
  return `(${decided('account')}
    where account.ods_code in (select administrator.ods_code from administrator where ${granted(asked)}))`;
}

/**
 * An account as the last report tells of it, with what an administrator decided put first; what neither says is null, and
 * null is never `active`.
 */
import type { Day } from './day.ts';

export const ACCOUNT_KINDS = ['user', 'shared', 'application', 'resource'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export interface Account {
  /** Lower case. */
  address: string;
  displayName: string;
  odsCode: string;
  /** The organisation's accounts are run by the National Administration Service (NAS). */
  isNas: boolean;
  /** What an administrator says it counts as, else the report's. */
  kind: AccountKind;
  /** The portal's own word. */
  status: string | null;
  lastActiveOn: Day | null;
  /** The report says that it was never used; an empty `lastActiveOn` alone does not say so. */
  neverUsed: boolean;
  createdOn: Day | null;
  /** The Acceptable Use Policy is accepted and the account secret set. */
  setUpComplete: boolean | null;
  disabledOn: Day | null;
  deletedOn: Day | null;
  passwordExpiresOn: Day | null;
  /** The day of the first report that showed it in use again, after one that showed it disabled or deleted. */
  enabledOn: Day | null;
  /** Planned absence, until the end of this day; past when it has ended. Only an administrator can say so. */
  absentUntil: Day | null;
  /** The day that an administrator gave, else the report's. */
  leaverOn: Day | null;
  /** The day on which an administrator said so: then a leaver mark of the report does not count. */
  stillNeededOn: Day | null;
  /** The day that the last report speaks of which names it. */
  reportedOn: Day | null;
}

/** The select list that reads an `Account` from a row of `accounts.ts`. */
export const ACCOUNT_COLUMNS = `address, display_name as "displayName", ods_code as "odsCode", is_nas as "isNas", kind,
  status, last_active_on as "lastActiveOn", never_used as "neverUsed", created_on as "createdOn",
  set_up_complete as "setUpComplete", disabled_on as "disabledOn", deleted_on as "deletedOn",
  absent_until as "absentUntil", leaver_on as "leaverOn", password_expires_on as "passwordExpiresOn",
  enabled_on as "enabledOn", reported_on as "reportedOn",
  still_needed_on as "stillNeededOn"`;

/** An account as the last report tells of it; what the report does not say is null, and null is never `active`. */
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
  /** Planned absence, until this day. */
  absentUntil: Day | null;
  leaverOn: Day | null;
}

/** The select list that reads an `Account` from a row that has `account`'s columns and `is_nas`. */
export const ACCOUNT_COLUMNS = `address, display_name as "displayName", ods_code as "odsCode", is_nas as "isNas", kind,
  status, last_active_on as "lastActiveOn", never_used as "neverUsed", created_on as "createdOn",
  set_up_complete as "setUpComplete", disabled_on as "disabledOn", deleted_on as "deletedOn",
  absent_until as "absentUntil", leaver_on as "leaverOn"`;

/** The portal's words for an account's status, and the condition that each stands for. */
import type { Account } from './account.ts';
import type { Day } from './day.ts';

/** `in-use` without a word of when; `active` is the portal's own word, which says that it was used lately. */
export type Condition =
  | 'in-use'
  | 'active'
  | 'inactive'
  | 'leaver'
  | 'disabled'
  | 'disabled-leaver'
  | 'deleted'
  | 'gone'
  | 'changing'
  | 'unrecognised';

/** NHSmail support site, "Types of account status". A locked account is in use: only its password is locked. */
export const PORTAL_STATUSES: Readonly<Record<string, Condition>> = {
  active: 'active',
  locked: 'in-use',
  enabling: 'changing',
  inactive: 'inactive',
  'active (leaver)': 'leaver',
  disabled: 'disabled',
  disabling: 'disabled',
  disabled_leaver: 'disabled-leaver',
  deleted: 'deleted',
  deleting: 'deleted',
  'deleted permanent': 'gone',
  restoring: 'changing',
  pending: 'changing',
  'migration pending': 'changing',
};

/** What is left of a condition once an administrator has said that the account is still needed. */
export const WITHOUT_LEAVER_MARK = {
  leaver: 'in-use',
  'disabled-leaver': 'disabled',
} as const satisfies Partial<Record<Condition, Condition>>;

/** A leaver by now, by the report or by an administrator. */
export function isMarkedLeaver(account: Account, day: Day): boolean {
  const { leaverOn } = account;
  return (leaverOn !== null && leaverOn <= day) || conditionOf(account) === 'leaver';
}

type Said = Pick<Account, 'status' | 'deletedOn' | 'disabledOn' | 'stillNeededOn'>;

/**
 * What the report says of the account. With no status its dates speak; a status outweighs them. What an administrator
 * decided outweighs a leaver mark.
 */
export function conditionOf(account: Said): Condition {
  const said = reportedCondition(account);
  const outweighed = account.stillNeededOn !== null && (said === 'leaver' || said === 'disabled-leaver');
  return outweighed ? WITHOUT_LEAVER_MARK[said] : said;
}

function reportedCondition(account: Said): Condition {
  if (account.status !== null) {
    const word = account.status.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').toLowerCase();
    return Object.hasOwn(PORTAL_STATUSES, word) ? (PORTAL_STATUSES[word] ?? 'unrecognised') : 'unrecognised';
  }
  if (account.deletedOn !== null) return 'deleted';
  return account.disabledOn === null ? 'in-use' : 'disabled';
}

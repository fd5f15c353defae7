/** The facts of an account that a report tells, as columns of `account` and as expressions over a staged row. */

const FROM_STAGED: Readonly<Record<string, string>> = {
  ods_code: 'staged.ods_code',
  display_name: 'coalesce(staged.display_name, staged.address)',
  kind: 'staged.kind',
  status: 'staged.status',
  last_active_on: 'staged.last_active_on',
  never_used: 'staged.never_used',
  created_on: 'staged.created_on',
  set_up_complete: 'staged.set_up_complete',
  disabled_on: 'staged.disabled_on',
  deleted_on: 'staged.deleted_on',
  leaver_on: 'staged.leaver_on',
  password_expires_on: 'staged.password_expires_on',
};

/** Column names, in one order for all lists here. */
export const FACTS = Object.keys(FROM_STAGED);
export const FACT_COLUMNS = FACTS.join(', ');
export const STAGED_FACTS = Object.values(FROM_STAGED).join(', ');
/** What `account_before` keeps of a row of `account`. */
export const KEPT_COLUMNS = ['address', ...FACTS, 'fingerprint', 'enabled_on', 'changed_in', 'named_in'].join(
  ', ',
);

/** The list with the table's name before each column: `account.kind, account.status`. */
export function columnsOf(table: string, columns: readonly string[] = FACTS): string {
  return columns.map((column) => `${table}.${column}`).join(', ');
}

/** `kind = staged.kind, …`, for an update. */
export const SET_FACTS = Object.entries(FROM_STAGED)
  .map(([column, value]) => `${column} = ${value}`)
  .join(', ');

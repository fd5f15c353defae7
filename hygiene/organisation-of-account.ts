/** Which organisation an account belongs to, by the last report: how a person's own organisation is known. */
import type { Organisation } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { EVERY_ACCOUNT } from './accounts.ts';

export interface AccountsOrganisation extends Organisation {
  displayName: string;
}

/** @param address as Teams' own roster gives it, never as somebody typed it. */
export async function organisationOfAccount(
  database: Database,
  address: string,
): Promise<AccountsOrganisation | undefined> {
  const [row] = await database.query<AccountsOrganisation>(
    `select ods_code as "odsCode", organisation as name, is_nas as "isNas", display_name as "displayName"
     from ${EVERY_ACCOUNT} account where address = lower($1)`,
    [address],
  );
  return row;
}

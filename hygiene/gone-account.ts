/** What is left of an account that a complete report no longer named: that it is gone, and since when. */
import type { Database } from '../delivery/database.ts';
import type { Day } from './day.ts';

export interface GoneAccount {
  address: string;
  odsCode: string;
  /** The day of the report that no longer named it. */
  goneOn: Day;
}

/** For whoever runs the service: it is not limited to what an administrator may see. */
export async function goneAccount(database: Database, address: string): Promise<GoneAccount | undefined> {
  const [gone] = await database.query<GoneAccount>(
    'select address, ods_code as "odsCode", gone_on as "goneOn" from gone_account where address = $1',
    [address.toLowerCase()],
  );
  return gone;
}

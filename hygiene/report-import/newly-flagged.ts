/** The accounts that a weighed report would put at risk: by organisation, so that a mistake is seen before it is used. */
import type { Database } from '../../delivery/database.ts';
import { accountsFrom } from '../accounts.ts';
import type { Day } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import { stageSql, usedLatelySql } from '../stage-sql.ts';
import { FLAGGED_STAGES } from '../sweep.ts';
import { perOrganisation } from './per-organisation.ts';
import { columnsOf } from './staged-sql.ts';

/**
 * Of accounts that stay: what is new has nothing to compare with. Few are at risk by what is told, so only they are
 * looked up as they were. Call it when `difference` is there.
 */
export async function newlyFlagged(
  transaction: Database,
  profile: LifecycleProfile,
  day: Day,
): Promise<Map<string, number>> {
  const as = (from: string, facts: string, enabledOn: string) =>
    accountsFrom(`(select staged.address, ${facts}, ${enabledOn} as enabled_on, null::bigint as changed_in, null::bigint as named_in
      from ${from})`);
  const told = as('difference staged where not staged.is_new', columnsOf('staged'), 'null::date');
  const held = as(
    'told_flagged staged join account on account.address = staged.address',
    columnsOf('account'),
    'account.enabled_on',
  );
  const stages = FLAGGED_STAGES.map((stage) => `'${stage}'`).join(', ');
  await transaction.query(
    `create temporary table told_flagged on commit drop as
     select address, ods_code from ${stageSql(profile, '$1::date', told)} told
     where not ${usedLatelySql(profile, '$1::date')} and stage in (${stages})`,
    [day],
  );
  await transaction.query('analyze told_flagged');
  return perOrganisation(
    transaction,
    `select after.ods_code as "odsCode", count(*) as count
     from told_flagged after join ${stageSql(profile, '$1::date', held)} before using (address)
     where before.stage not in (${stages}) group by after.ods_code`,
    [day],
  );
}

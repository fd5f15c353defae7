/**
 * Plans for every organisation that is due: on a new day, after a new report, or when something was decided. One
 * organisation after the other, each in a transaction of its own, so that what was broken off goes on where it stopped;
 * one that another replica is planning at this moment is left to it.
 */
import type { Database } from '../../delivery/database.ts';
import { type Day, dayIn } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import { type Planned, planWarnings } from './plan-warnings.ts';

export interface PlanningParts {
  profile: LifecycleProfile;
  timeZone: string;
  now: Date;
}

/** How many organisations were planned, and how many warnings are owed or not owed any more. */
export interface PlanningResult {
  organisations: number;
  /** Of these, whose report is too old. */
  tooOld: number;
  owed: number;
  cancelled: number;
  /** Why organisations could not be planned, one for each. They are still due. */
  faults: unknown[];
}

const DUE = `
  select ods_code as "odsCode" from automatic_warnings
  left join organisation_report latest using (ods_code)
  where is_on and ods_code > $2
    and (planned_for is distinct from $1::date or planned_report is distinct from latest.report_id)
  order by ods_code limit 1 for update of automatic_warnings skip locked`;

/** What is wrong with one organisation does not hold up the others. @throws what is not about one organisation. */
export async function planDue(database: Database, parts: PlanningParts): Promise<PlanningResult> {
  const day = dayIn(parts.timeZone, parts.now);
  const result: PlanningResult = { organisations: 0, tooOld: 0, owed: 0, cancelled: 0, faults: [] };
  for (let last = ''; ; ) {
    const from = last;
    let done: Planned | undefined;
    try {
      done = await database.transaction(async (transaction) => {
        const odsCode = await nextDue(transaction, day, from);
        if (odsCode === undefined) return undefined;
        last = odsCode;
        return planOne(transaction, parts, odsCode, day);
      });
    } catch (fault) {
      // Before an organisation was found, it is not about one.
      if (last === from) throw fault;
      result.faults.push(fault);
      continue;
    }
    if (!done) return result;
    result.organisations++;
    result.owed += done.owed;
    result.cancelled += done.cancelled;
    if (done.outcome === 'report-too-old') result.tooOld++;
  }
}

/** Locks it. */
async function nextDue(transaction: Database, day: Day, last: string): Promise<string | undefined> {
  const [due] = await transaction.query<{ odsCode: string }>(DUE, [day, last]);
  return due?.odsCode;
}

async function planOne(
  transaction: Database,
  { profile, timeZone, now }: PlanningParts,
  odsCode: string,
  day: Day,
): Promise<Planned> {
  const planned = await planWarnings(transaction, { odsCode, profile, day, now, timeZone });
  await markPlanned(transaction, odsCode, day);
  return planned;
}

/** It is not due again until something changes. */
export async function markPlanned(transaction: Database, odsCode: string, day: Day): Promise<void> {
  await transaction.query(
    `update automatic_warnings set planned_for = $2::date,
       planned_report = (select report_id from organisation_report where organisation_report.ods_code = $1)
     where ods_code = $1`,
    [odsCode, day],
  );
}

/** What an organisation has set for warnings that go out by themselves. */
import type { Database } from '../../delivery/database.ts';
import type { Day } from '../day.ts';
import { USUAL_HOURS, type WorkingHours } from '../working-hours.ts';

export interface AutomaticSettings {
  isOn: boolean;
  hours: WorkingHours;
  /** Who turned them on last: their tenant's people are written to. */
  by?: { tenantId: string; aadObjectId: string };
  turnedOnAt?: Date;
  /** The rule under which they were turned on. Under another one nothing is sent. */
  profile?: string;
  /** The last day for which warnings were planned. */
  plannedFor?: Day;
}

interface Row {
  isOn: boolean;
  tenantId: string | null;
  turnedOnBy: string | null;
  turnedOnAt: Date | null;
  profile: string | null;
  from: number;
  until: number;
  weekdays: number[];
  plannedFor: Day | null;
}

export async function automaticSettings(database: Database, odsCode: string): Promise<AutomaticSettings> {
  const [row] = await database.query<Row>(
    `select is_on as "isOn", tenant_id as "tenantId", turned_on_by as "turnedOnBy", turned_on_at as "turnedOnAt",
       profile, from_hour as "from", until_hour as "until", weekdays, planned_for as "plannedFor"
     from automatic_warnings where ods_code = $1`,
    [odsCode],
  );
  if (!row) return { isOn: false, hours: USUAL_HOURS };
  const { isOn, tenantId, turnedOnBy, turnedOnAt, profile, from, until, weekdays, plannedFor } = row;
  return {
    isOn,
    hours: { from, until, weekdays },
    ...(tenantId && turnedOnBy && { by: { tenantId, aadObjectId: turnedOnBy } }),
    ...(turnedOnAt && { turnedOnAt }),
    ...(profile && { profile }),
    ...(plannedFor && { plannedFor }),
  };
}

/** Something that decides whom to warn has changed: the next planning looks at the organisation again. */
export async function planAgain(database: Database, odsCode: string): Promise<void> {
  await database.query('update automatic_warnings set planned_for = null where ods_code = $1', [odsCode]);
}

/** How old our knowledge of an organisation is: nothing is acted on from a report that is too old. */
import type { Database } from '../delivery/database.ts';
import { type Day, daysBetween } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';

export interface ReportAge {
  reportId: number;
  /** The day that the report speaks of. */
  reportDate: Day;
  ageInDays: number;
  /** Older than the profile allows, or from a day to come: not to be acted on. */
  tooOld: boolean;
}

/** The last report of each organisation, and of these the oldest; nothing where none has a report. */
export async function oldestLatestReport(
  database: Database,
  odsCodes: readonly string[],
  profile: LifecycleProfile,
  day: Day,
): Promise<ReportAge | undefined> {
  const [row] = await database.query<{ reportId: number; reportDate: Day }>(
    `select "reportId", "reportDate" from (
       select distinct on (ods_code) report_id as "reportId", taken_on as "reportDate"
       from (select distinct ods_code, report_id from account where ods_code = any($1::text[])) seen
       join report using (report_id)
       order by ods_code, taken_on desc, report_id desc) latest
     order by "reportDate", "reportId" limit 1`,
    [odsCodes],
  );
  return row && { ...row, ...ageOf(row.reportDate, profile, day) };
}

export function ageOf(reportDate: Day, profile: LifecycleProfile, day: Day) {
  const ageInDays = daysBetween(reportDate, day);
  return { ageInDays, tooOld: ageInDays < 0 || ageInDays > profile.reportMaxAgeDays };
}

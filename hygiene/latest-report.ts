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
    `select report_id as "reportId", taken_on as "reportDate"
     from organisation_report join report using (report_id) where ods_code = any($1::text[])
     order by taken_on, report_id limit 1`,
    [odsCodes],
  );
  return row && { ...row, ...ageOf(row.reportDate, profile, day) };
}

/** Whether this is still the last report of the organisation. */
export async function isLatestReport(
  database: Database,
  odsCode: string,
  reportId: number,
): Promise<boolean> {
  const rows = await database.query(
    'select 1 from organisation_report where ods_code = $1 and report_id = $2',
    [odsCode, reportId],
  );
  return rows.length > 0;
}

export function ageOf(reportDate: Day, profile: LifecycleProfile, day: Day) {
  const ageInDays = daysBetween(reportDate, day);
  return { ageInDays, tooOld: ageInDays < 0 || ageInDays > profile.reportMaxAgeDays };
}

/** Of each organisation: which report is in use, how old it is, and what its columns were said to be. */
import type { Database } from '../delivery/database.ts';
import type { Day } from './day.ts';

export interface OrganisationReport {
  odsCode: string;
  name: string;
  isNas: boolean;
  warningsOn: boolean;
  /** Null where there is no report yet. */
  takenOn: Day | null;
  importedAt: Date | null;
  importedBy: string | null;
  /** It was said to name every account. */
  isComplete: boolean;
  canUndo: boolean;
}

/** By name. @param odsCodes only these; all when there are none. */
export function organisationReports(
  database: Database,
  odsCodes: readonly string[] = [],
): Promise<OrganisationReport[]> {
  return database.query<OrganisationReport>(
    `select organisation.ods_code as "odsCode", name, is_nas as "isNas", coalesce(is_on, false) as "warningsOn",
       taken_on as "takenOn", imported_at as "importedAt", imported_by as "importedBy",
       coalesce(is_complete, false) as "isComplete", coalesce(can_undo, false) as "canUndo"
     from organisation left join organisation_report using (ods_code) left join report using (report_id)
       left join automatic_warnings using (ods_code)
     where cardinality($1::text[]) = 0 or organisation.ods_code = any($1::text[])
     order by name, ods_code`,
    [odsCodes],
  );
}

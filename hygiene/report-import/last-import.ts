/** The last import that can still be taken back, and the organisations of which it is the last one. */
import type { Database } from '../../delivery/database.ts';
import type { Day } from '../day.ts';

export interface LastImport {
  reportId: number;
  takenOn: Day;
  odsCodes: string[];
}

export async function lastImported(database: Database): Promise<LastImport | undefined> {
  const [last] = await database.query<LastImport>(
    `select report_id as "reportId", taken_on as "takenOn", array_agg(ods_code order by ods_code) as "odsCodes"
     from organisation_report join report using (report_id) where can_undo
     group by report_id, taken_on order by report_id desc limit 1`,
  );
  return last;
}

/** Puts a staged report in use, or says why not: all of it in one transaction, or nothing. */
import { organisationsOf, type TeamsPerson } from '../../access/administrators.ts';
import { type Actor, type AuditEntry, nameOfActor, recordAudits } from '../../access/audit.ts';
import type { Database } from '../../delivery/database.ts';
import type { Day } from '../day.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import type { ColumnMapping } from '../report-file/report-fields.ts';
import { applyReport } from './apply-report.ts';
import { withMoreMemory } from './bulk-load.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { COMMAND_LINE, rememberColumns } from './remembered-columns.ts';
import { refuseHeldElsewhere } from './staged-checks.ts';
import { rowsOf, type StagedReport, waitingReport } from './staged-report.ts';
import { type Weight, weighReport } from './weigh-report.ts';

export interface UseRequest {
  stagedId: number;
  /** The person who brought it. Left out for the command line. */
  by?: TeamsPerson;
  actor: Actor;
  /** Organisations of which it names every account: those that it names, or some of them. */
  complete: 'all' | readonly string[];
  /** The day of a report that does not say it. */
  takenOn?: Day;
  /** A report that is older than the last one is taken all the same. */
  takesOlder?: boolean;
  /** So is one that changes very much. */
  acceptsLargeChange?: boolean;
  /** Only says what it would change. The report goes on waiting. */
  dryRun?: boolean;
  /** What its columns were said to be, to be remembered. */
  mapping?: ColumnMapping;
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
}

export interface NewerReport {
  odsCode: string;
  takenOn: Day;
}

export type UseOutcome =
  | { outcome: 'used'; reportId: number; odsCodes: string[]; weight: Weight }
  | { outcome: 'weighed'; weight: Weight }
  /** Of which day it is has to be said first, and it cannot be a day to come. */
  | { outcome: 'day-needed' | 'from-the-future' }
  /** Thrown away, waited for too long, or brought by somebody else. */
  | { outcome: 'not-waiting' }
  /** The person no longer administers one of its organisations. */
  | { outcome: 'not-yours' }
  /** These organisations have a newer report: the first of them, and how many they are. */
  | { outcome: 'older-than-last'; newer: NewerReport[]; count: number }
  /** It cannot be complete: of some rows not even the account is known. */
  | { outcome: 'cannot-be-complete'; nameless: number }
  /** Declared complete for organisations that it does not name. */
  | { outcome: 'not-in-the-file'; odsCodes: string[] }
  | { outcome: 'needs-another-yes'; weight: Weight };

const LISTED = 10;
/** From so many rows on more memory is worth having. */
const MANY_ROWS = 20_000;

export function useReport(database: Database, request: UseRequest): Promise<UseOutcome> {
  return database.transaction((transaction) => useWithin(transaction, request));
}

async function useWithin(transaction: Database, request: UseRequest): Promise<UseOutcome> {
  const { stagedId, by, now, profile, day } = request;
  await oneAtATime(transaction);
  const waiting = await waitingReport(transaction, stagedId, by, now);
  if (!waiting) return (await usedBefore(transaction, stagedId, by)) ?? { outcome: 'not-waiting' };
  const { takenOn = waiting.takenOn } = waiting.asksDay ? request : {};
  const staged = { ...waiting, takenOn };
  if (by) {
    const held = (await organisationsOf(transaction, by, now)).map(({ odsCode }) => odsCode);
    if (!staged.odsCodes.every((odsCode) => held.includes(odsCode))) return { outcome: 'not-yours' };
    // While it waited, another organisation's report may have brought in an account that it names too.
    await refuseHeldElsewhere(transaction, rowsOf(staged), 'address', held);
  }
  const complete = request.complete === 'all' ? staged.odsCodes : request.complete;
  const isDayOpen = staged.asksDay && request.takenOn === undefined;
  if (isDayOpen && !request.dryRun) return { outcome: 'day-needed' };
  if (staged.asksDay && takenOn > day) return { outcome: 'from-the-future' };
  const refused = await refusal(transaction, staged, complete, {
    ...request,
    takesOlder: request.takesOlder || isDayOpen,
  });
  if (refused) return refused;
  if (staged.rows > MANY_ROWS) await withMoreMemory(transaction);
  const weighed = await weighReport(transaction, staged, { complete, profile, day });
  const { weight } = weighed;
  if (request.dryRun) return { outcome: 'weighed', weight };
  if (weight.large.length > 0 && !request.acceptsLargeChange) return { outcome: 'needs-another-yes', weight };
  const reportId = await applyReport(transaction, {
    staged,
    weighed,
    complete,
    importedBy: nameOfActor(request.actor),
    now,
  });
  await writeDown(transaction, request, staged, reportId, complete, weight);
  return { outcome: 'used', reportId, odsCodes: staged.odsCodes, weight };
}

/** The same yes a second time: by a second press of the button, or by a turn that is answered again. */
async function usedBefore(
  transaction: Database,
  stagedId: number,
  by: TeamsPerson | undefined,
): Promise<UseOutcome | undefined> {
  if (!by) return undefined;
  const [used] = await transaction.query<{ reportId: number; weight: Weight; odsCodes: string[] }>(
    `select report_id as "reportId", weight, array_agg(ods_code order by ods_code) as "odsCodes"
     from report join audit on subject = 'report:' || report_id and what = 'report.imported'
     where staged_id = $1 and tenant_id = $2 and aad_object_id = $3 group by report_id, weight`,
    [stagedId, by.tenantId, by.aadObjectId],
  );
  return used && { outcome: 'used', ...used };
}

async function refusal(
  transaction: Database,
  { odsCodes, takenOn, nameless }: StagedReport,
  complete: readonly string[],
  { takesOlder }: UseRequest,
): Promise<UseOutcome | undefined> {
  const named = new Set(odsCodes);
  const strange = complete.filter((odsCode) => !named.has(odsCode));
  if (strange.length > 0) return { outcome: 'not-in-the-file', odsCodes: strange };
  if (complete.length > 0 && nameless > 0) return { outcome: 'cannot-be-complete', nameless };
  if (takesOlder) return undefined;
  const newer = await transaction.query<NewerReport>(
    `select ods_code as "odsCode", taken_on as "takenOn" from organisation_report join report using (report_id)
     where ods_code = any($1::text[]) and taken_on > $2::date order by taken_on desc, ods_code`,
    [odsCodes, takenOn],
  );
  if (newer.length === 0) return undefined;
  return { outcome: 'older-than-last', newer: newer.slice(0, LISTED), count: newer.length };
}

/** The audit has a line for each organisation, so that its administrators find it among theirs. */
async function writeDown(
  transaction: Database,
  { actor, mapping, by, now }: UseRequest,
  { odsCodes, takenOn, source, newOrganisations }: StagedReport,
  reportId: number,
  complete: readonly string[],
  weight: Weight,
): Promise<void> {
  const { added, changed, gone } = weight;
  const isComplete = new Set(complete);
  const entry = { actor, subject: `report:${reportId}`, at: now };
  const imported = odsCodes.map((odsCode): AuditEntry => {
    const after = { takenOn, source, complete: isComplete.has(odsCode), inAll: { added, changed, gone } };
    return { ...entry, what: 'report.imported', odsCode, after };
  });
  const organisations = newOrganisations.map(({ odsCode, ...after }): AuditEntry => {
    return { ...entry, what: 'organisation.added', odsCode, after };
  });
  await recordAudits(transaction, [...organisations, ...imported]);
  if (mapping && Object.keys(mapping).length > 0) {
    await rememberColumns(transaction, by ? odsCodes : [COMMAND_LINE, ...odsCodes], mapping);
  }
}

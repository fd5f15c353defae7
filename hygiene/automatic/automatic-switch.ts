/** An administrator turns automatic warnings on or off, or sets the hours. Each change and its audit stand or fall together. */
import { administers, type TeamsPerson } from '../../access/administrators.ts';
import { recordAudit } from '../../access/audit.ts';
import { cancelOwed } from '../../delivery/cancel-owed.ts';
import type { Database } from '../../delivery/database.ts';
import { takeProposal } from '../../delivery/take-proposal.ts';
import type { Day } from '../day.ts';
import { INACTIVITY_WARNING } from '../inactivity-warning.ts';
import { isLatestReport } from '../latest-report.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import { PROPOSAL_LASTS_MS } from '../warnings.ts';
import type { WorkingHours } from '../working-hours.ts';
import { markPlanned } from './plan-due.ts';
import { type Planned, planWarnings } from './plan-warnings.ts';

export interface SwitchQuestion {
  administrator: TeamsPerson;
  /** In force now. */
  profile: LifecycleProfile;
  /** Today, in the service's time zone. */
  day: Day;
  now: Date;
  timeZone: string;
}

export type TurnOnOutcome =
  | { outcome: 'on'; odsCode: string; planned: Planned }
  /** The dry run was used before, by this button or another one. */
  | { outcome: 'used' }
  /** It is older than an hour, or there is a newer report or another rule since. */
  | { outcome: 'expired' }
  | { outcome: 'not-yours' };

/** @param sendId the dry run that the administrator was shown; from a card, so it may be anything. */
export function turnOn(
  database: Database,
  { sendId, ...question }: SwitchQuestion & { sendId: string },
): Promise<TurnOnOutcome> {
  const { administrator, profile, now } = question;
  return database.transaction(async (transaction) => {
    const taken = await takeProposal(transaction, {
      sendId,
      asker: administrator,
      now,
      lastsMs: PROPOSAL_LASTS_MS,
      mayStill: (inner, odsCode) => administers(inner, administrator, odsCode, now),
      isCurrent: async (inner, odsCode, reportId) =>
        (await isLatestReport(inner, odsCode, reportId)) && (await followsRule(inner, sendId, profile)),
    });
    if (taken.outcome !== 'taken') return taken;
    const { odsCode } = taken;
    await transaction.query(
      `insert into automatic_warnings (ods_code, is_on, tenant_id, turned_on_by, turned_on_at, profile)
       values ($1, true, $2, $3, $4::timestamptz, $5)
       on conflict (ods_code) do update set is_on = true, tenant_id = excluded.tenant_id,
         turned_on_by = excluded.turned_on_by, turned_on_at = excluded.turned_on_at, profile = excluded.profile`,
      [odsCode, administrator.tenantId, administrator.aadObjectId, now, profile.id],
    );
    await writeDown(transaction, question, odsCode, 'warnings.turned-on', { profile: profile.id });
    return { outcome: 'on', odsCode, planned: await plan(transaction, question, odsCode) };
  });
}

/** Takes back what is planned, too. @returns nothing when the person does not administer the organisation. */
export function turnOff(
  database: Database,
  question: SwitchQuestion & { odsCode: string },
): Promise<Planned | undefined> {
  return withOrganisation(database, question, async (transaction, odsCode) => {
    const turned = await transaction.query(
      'update automatic_warnings set is_on = false where ods_code = $1 and is_on returning 1',
      [odsCode],
    );
    if (turned.length > 0) await writeDown(transaction, question, odsCode, 'warnings.turned-off', undefined);
    return plan(transaction, question, odsCode);
  });
}

/** What is planned already moves to the new hours. @returns nothing when the person does not administer it. */
export function setWorkingHours(
  database: Database,
  question: SwitchQuestion & { odsCode: string; hours: WorkingHours },
): Promise<Planned | undefined> {
  const { hours, now } = question;
  return withOrganisation(database, question, async (transaction, odsCode) => {
    await transaction.query(
      `insert into automatic_warnings (ods_code, from_hour, until_hour, weekdays) values ($1, $2, $3, $4::smallint[])
       on conflict (ods_code) do update set from_hour = excluded.from_hour, until_hour = excluded.until_hour,
         weekdays = excluded.weekdays`,
      [odsCode, hours.from, hours.until, hours.weekdays],
    );
    await writeDown(transaction, question, odsCode, 'warnings.hours-changed', { ...hours });
    await cancelOwed(transaction, {
      condition: `kind = '${INACTIVITY_WARNING}' and send_id is null and organisation = $3 and state = 'planned'`,
      parameters: [odsCode],
      note: 'the hours were changed',
      now,
    });
    return plan(transaction, question, odsCode);
  });
}

async function plan(transaction: Database, question: SwitchQuestion, odsCode: string): Promise<Planned> {
  const planned = await planWarnings(transaction, { ...question, odsCode });
  await markPlanned(transaction, odsCode, question.day);
  return planned;
}

/** Runs `work` for an organisation that this person administers, while nobody else plans or switches there. */
function withOrganisation<T>(
  database: Database,
  { administrator, odsCode, now }: SwitchQuestion & { odsCode: string },
  work: (transaction: Database, odsCode: string) => Promise<T>,
): Promise<T | undefined> {
  return database.transaction(async (transaction) => {
    if (!(await administers(transaction, administrator, odsCode, now))) return undefined;
    await transaction.query('select 1 from automatic_warnings where ods_code = $1 for update', [odsCode]);
    return work(transaction, odsCode);
  });
}

async function followsRule(
  transaction: Database,
  sendId: string,
  { id }: LifecycleProfile,
): Promise<boolean> {
  const rows = await transaction.query('select 1 from send where send_id = $1::uuid and profile = $2', [
    sendId,
    id,
  ]);
  return rows.length > 0;
}

async function writeDown(
  transaction: Database,
  { administrator, now }: SwitchQuestion,
  odsCode: string,
  what: string,
  after: object | undefined,
): Promise<void> {
  await recordAudit(transaction, { actor: administrator, what, odsCode, subject: odsCode, after, at: now });
}

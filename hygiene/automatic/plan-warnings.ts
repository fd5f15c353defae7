/**
 * Makes what is owed in one organisation equal to what its accounts ask for today: owes each warning that is not owed
 * yet, and takes back those that are no longer true. To plan twice changes nothing the second time.
 */
import { cancelOwed } from '../../delivery/cancel-owed.ts';
import type { Database } from '../../delivery/database.ts';
import { oweMany } from '../../delivery/owe-many.ts';
import type { Day } from '../day.ts';
import { INACTIVITY_WARNING } from '../inactivity-warning.ts';
import { oldestLatestReport } from '../latest-report.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import { atRisk, type Candidate } from '../warning-candidates.ts';
import { automaticSettings } from './automatic-settings.ts';
import { sendTimeToday, URGENT_FROM_DAYS } from './send-times.ts';

export interface PlanQuestion {
  odsCode: string;
  /** In force now. */
  profile: LifecycleProfile;
  /** Today, in the service's time zone. */
  day: Day;
  now: Date;
  timeZone: string;
}

export interface Planned {
  /** Anything but `planned` is why nothing is owed. */
  outcome: 'planned' | 'report-too-old' | 'no-report' | 'another-rule' | 'off';
  owed: number;
  cancelled: number;
}

/** Call it in a transaction that holds the organisation's row of `automatic_warnings`. */
export async function planWarnings(transaction: Database, question: PlanQuestion): Promise<Planned> {
  const { odsCode, profile, day, now, timeZone } = question;
  const { isOn, by, hours, profile: agreed } = await automaticSettings(transaction, odsCode);
  const takeBack = (outcome: Planned['outcome']) => takeBackAll(transaction, question, outcome);
  if (!isOn || !by) return takeBack('off');
  if (agreed !== profile.id) return takeBack('another-rule');
  const report = await oldestLatestReport(transaction, [odsCode], profile, day);
  if (!report) return takeBack('no-report');
  if (report.tooOld) return takeBack('report-too-old');
  const { candidates } = await atRisk(transaction, {
    odsCode,
    reader: 'operator',
    tenantId: by.tenantId,
    now,
    profile,
    day,
    reportDate: report.reportDate,
  });
  const cancelled = await cancelAutomatic(transaction, question, candidates, REASONS.planned);
  const messages = candidates.flatMap((candidate) => {
    const { person: to, reasonKey, kind, content, happensOn, daysLeft } = candidate;
    const time = to && sendTimeToday({ hours, day, now, timeZone }, happensOn);
    if (!to || !time) return [];
    return {
      reasonKey,
      kind,
      to,
      content,
      organisation: odsCode,
      urgent: daysLeft <= URGENT_FROM_DAYS,
      ...time,
    };
  });
  return { outcome: 'planned', owed: await oweMany(transaction, messages, now), cancelled };
}

async function takeBackAll(
  transaction: Database,
  question: PlanQuestion,
  outcome: Planned['outcome'],
): Promise<Planned> {
  return { outcome, owed: 0, cancelled: await cancelAutomatic(transaction, question, [], REASONS[outcome]) };
}

const REASONS: Record<Planned['outcome'], string> = {
  planned: 'it is no longer true',
  'report-too-old': 'the report has become too old',
  'no-report': 'there is no report any more',
  'another-rule': 'another rule is in force',
  off: 'automatic warnings are off',
};

/** What somebody asked for by a send of their own is left alone. */
function cancelAutomatic(
  transaction: Database,
  { odsCode, now }: PlanQuestion,
  but: readonly Candidate[],
  note: string,
): Promise<number> {
  return cancelOwed(transaction, {
    condition: `kind = '${INACTIVITY_WARNING}' and send_id is null and organisation = $3
      and not reason_key = any($4::text[])`,
    parameters: [odsCode, but.map(({ reasonKey }) => reasonKey)],
    note,
    now,
  });
}

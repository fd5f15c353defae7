/** What an administrator is shown of automatic warnings: the dry run while they are off, how they stand while they are on. */
import { administers } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import { propose } from '../../delivery/send.ts';
import { INACTIVITY_WARNING } from '../inactivity-warning.ts';
import { oldestLatestReport, type ReportAge } from '../latest-report.ts';
import { type Proposal, type ProposalRequest, proposeWarnings } from '../warnings.ts';
import { nextOpening, type WorkingHours } from '../working-hours.ts';
import { type AutomaticSettings, automaticSettings } from './automatic-settings.ts';

export type AutomaticView =
  | { outcome: 'not-administrator' | 'no-report' }
  | Extract<Proposal, { outcome: 'report-too-old' }>
  | {
      outcome: 'off';
      settings: AutomaticSettings;
      sendId: string;
      proposal: Extract<Proposal, { outcome: 'proposed' }> | undefined;
      report: ReportAge;
    }
  | {
      outcome: 'on';
      settings: AutomaticSettings;
      /** Warnings that go out today, or are being tried. */
      waiting: number;
      /** Why nothing is sent, if so. */
      report: ReportAge | undefined;
      isAnotherRule: boolean;
    };

/** While they are off this keeps a dry run that leads to turning them on. Sends nothing. */
export async function viewAutomatic(database: Database, request: ProposalRequest): Promise<AutomaticView> {
  const { odsCode, administrator, profile, day, now } = request;
  if (!(await administers(database, administrator, odsCode, now))) return { outcome: 'not-administrator' };
  const settings = await automaticSettings(database, odsCode);
  const report = await oldestLatestReport(database, [odsCode], profile, day);
  if (settings.isOn) {
    const waiting = await waitingIn(database, odsCode);
    return { outcome: 'on', settings, waiting, report, isAnotherRule: settings.profile !== profile.id };
  }
  const proposal = await proposeWarnings(database, request);
  if (proposal.outcome === 'proposed' && report) {
    return { outcome: 'off', settings, sendId: proposal.sendId, proposal, report };
  }
  if (proposal.outcome !== 'nobody-to-warn' || !report) return refusal(proposal);
  const sendId = await database.transaction((transaction) =>
    propose(transaction, {
      odsCode,
      asker: administrator,
      profile: profile.id,
      reportId: report.reportId,
      recipients: [],
      now,
    }),
  );
  return { outcome: 'off', settings, sendId, proposal: undefined, report };
}

function refusal(proposal: Proposal): AutomaticView {
  if (proposal.outcome === 'report-too-old') return proposal;
  return { outcome: proposal.outcome === 'not-administrator' ? 'not-administrator' : 'no-report' };
}

async function waitingIn(database: Database, odsCode: string): Promise<number> {
  const [row] = await database.query<{ waiting: number }>(
    `select count(*) as waiting from owed_message where kind = '${INACTIVITY_WARNING}' and send_id is null
       and organisation = $1 and state in ('planned', 'retrying', 'ambiguous')`,
    [odsCode],
  );
  return row?.waiting ?? 0;
}

/** When so many warnings are through, at a rate in a second and in these hours only. */
export function finishOf(
  hours: WorkingHours,
  { count, perSecond, now, timeZone }: { count: number; perSecond: number; now: Date; timeZone: string },
): { start: Date; end: Date } {
  let opening = nextOpening(hours, now, timeZone);
  const start = opening.from > now ? opening.from : now;
  let from = start;
  let left = (count / perSecond) * 1000;
  while (left > opening.until.getTime() - from.getTime()) {
    left -= opening.until.getTime() - from.getTime();
    opening = nextOpening(hours, opening.until, timeZone);
    from = opening.from;
  }
  return { start, end: new Date(from.getTime() + left) };
}

/** Warnings go out only after an administrator has seen who gets one and why, and has said yes. */

import { administers, type TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import {
  type CancelOutcome,
  type ConfirmOutcome,
  cancelProposal,
  confirmProposal,
  propose,
} from '../delivery/send.ts';
import type { Day } from './day.ts';
import { isLatestReport, oldestLatestReport } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { type LeftAlone, warningCandidates } from './warning-candidates.ts';

/** A dry run older than this no longer says who would be written to. */
export const PROPOSAL_LASTS_MS = 60 * 60 * 1000;

export interface DryRunRecipient {
  name: string;
  address: string;
  why: string;
  /** They can be written to in Teams. */
  reachable: boolean;
}

export type Proposal =
  | {
      outcome: 'proposed';
      sendId: string;
      /** Soonest first. */
      recipients: DryRunRecipient[];
      reachable: number;
      unreachable: number;
      leftAlone: LeftAlone[];
      reportDate: Day;
      tooOld: false;
    }
  | { outcome: 'nobody-to-warn'; leftAlone: LeftAlone[]; reportDate: Day; tooOld: false }
  | { outcome: 'report-too-old'; reportDate: Day; ageInDays: number; maxAgeDays: number; tooOld: true }
  | { outcome: 'no-report' }
  | { outcome: 'not-administrator' };

export interface ProposalRequest {
  odsCode: string;
  administrator: TeamsPerson;
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
}

/** The dry run: says who would be warned and why, and keeps exactly that to be confirmed. Sends nothing. */
export function proposeWarnings(database: Database, request: ProposalRequest): Promise<Proposal> {
  return database.transaction((transaction) => proposeWithin(transaction, request));
}

async function proposeWithin(database: Database, request: ProposalRequest): Promise<Proposal> {
  const { odsCode, administrator, profile, day, now } = request;
  if (!(await administers(database, administrator, odsCode, now))) return { outcome: 'not-administrator' };
  const report = await oldestLatestReport(database, [odsCode], profile, day);
  if (!report) return { outcome: 'no-report' };
  const { reportDate, ageInDays, reportId } = report;
  if (report.tooOld) {
    return {
      outcome: 'report-too-old',
      reportDate,
      ageInDays,
      maxAgeDays: profile.reportMaxAgeDays,
      tooOld: true,
    };
  }
  const { candidates, leftAlone } = await warningCandidates(database, {
    odsCode,
    reader: administrator,
    tenantId: administrator.tenantId,
    now,
    profile,
    day,
    reportDate,
  });
  if (candidates.length === 0) return { outcome: 'nobody-to-warn', leftAlone, reportDate, tooOld: false };
  const sendId = await propose(database, {
    odsCode,
    asker: administrator,
    profile: profile.id,
    reportId,
    recipients: candidates,
    now,
  });
  const recipients = candidates.map(({ name, address, why, person }) => ({
    name,
    address,
    why,
    reachable: !!person,
  }));
  const reachable = recipients.filter((each) => each.reachable).length;
  return {
    outcome: 'proposed',
    sendId,
    recipients,
    reachable,
    unreachable: recipients.length - reachable,
    leftAlone,
    reportDate,
    tooOld: false,
  };
}

export interface SendDecision {
  sendId: string;
  administrator: TeamsPerson;
  now: Date;
}

/**
 * Owes one message to each reachable person of the dry run, once: a second yes finds it confirmed. The dry run
 * has expired after an hour, or when a newer report has come since.
 */
export function confirmSend(database: Database, decision: SendDecision): Promise<ConfirmOutcome> {
  const { sendId, administrator: asker, now } = decision;
  return confirmProposal(database, {
    sendId,
    asker,
    now,
    lastsMs: PROPOSAL_LASTS_MS,
    mayStill: async (transaction, odsCode) => administers(transaction, asker, odsCode, now),
    isCurrent: isLatestReport,
  });
}

/** Takes a dry run back. Nothing was sent, and nothing will be. */
export function cancelSend(database: Database, decision: SendDecision): Promise<CancelOutcome> {
  const { sendId, administrator: asker, now } = decision;
  return cancelProposal(database, {
    sendId,
    asker,
    mayStill: (transaction, odsCode) => administers(transaction, asker, odsCode, now),
  });
}

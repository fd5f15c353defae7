/** The cards of this feature that arrive without having been asked for. Their data comes from our own ledger. */

import { absenceRequestCard } from '../../cards/absence-request/absence-request-card.ts';
import type { Card } from '../../cards/adaptive-card.ts';
import { deliveryResultCard } from '../../cards/delivery-result/delivery-result-card.ts';
import { inactivityWarningCard } from '../../cards/inactivity-warning/inactivity-warning-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { sendProgressCard } from '../../cards/send-progress/send-progress-card.ts';
import { warningReplyCard } from '../../cards/warning-reply/warning-reply-card.ts';
import type { SendProgress } from '../../delivery/progress-of-send.ts';
import type { ProgressContent } from '../../delivery/send-progress.ts';
import type { SendFinished, ShownReport } from '../../delivery/send-report.ts';
import type { AbsenceRequest } from '../../hygiene/absence-request.ts';
import { sayDay } from '../../hygiene/day.ts';
import type { WarningOver } from '../../hygiene/end-warnings.ts';
import type { InactivityWarning } from '../../hygiene/inactivity-warning.ts';
import type { WarningReply } from '../../hygiene/tell-reply.ts';
import { daysLeftWords } from './messages.ts';
import { replyForAdministrator } from './reply-messages.ts';
import { finishedMessage, NO_LONGER_YOURS, timeLeftWords } from './send-messages.ts';
import { warningOver } from './warning-messages.ts';

type Content = Readonly<Record<string, unknown>>;

const NOT_IN_TEAMS = 'They have not added the assistant in Teams.';
const INSTEAD = 'Tell them by phone or in person.';

export function warningCard(content: Content): Card {
  const warning = content as InactivityWarning;
  return inactivityWarningCard({
    ...warning,
    date: warning.dateInWords,
    daysLeft: daysLeftWords(warning.daysLeft),
    due: warning.date,
    profile: `${warning.profileTitle}. Another rule may give an earlier day. Ask me: “is my account at risk”.`,
  });
}

export function resultCard(content: Content): Card {
  const report = content as ShownReport;
  const unreached = report.unreachablePeople.map((person) => ({ ...person, reason: NOT_IN_TEAMS }));
  const { failed, unreachable } = report;
  return deliveryResultCard({
    sendId: report.sendId,
    organisation: report.organisation ?? report.odsCode,
    sent: report.sent,
    retried: report.retried ?? 0,
    reasons: report.reasons ?? [],
    more: Math.max(0, failed + unreachable - report.failures.length - unreached.length),
    failed: report.failed,
    ambiguous: report.ambiguous,
    cancelled: report.cancelled,
    unreachable: report.unreachable,
    failures: [...report.failures, ...unreached].map((each) => ({ ...each, instead: INSTEAD })),
    startedAt: '',
    finishedAt: '',
  });
}

/** The card that shows how far a send is, until it shows how the send ended. */
export function sendCard(content: Content): Card {
  const { shows, ...shown } = content as ProgressContent;
  if (shows === 'nothing') return messageCard(NO_LONGER_YOURS);
  return shows === 'report' ? resultCard(shown) : progressCard(shown as SendProgress);
}

export function progressCard({ secondsLeft, ...progress }: SendProgress): Card {
  return sendProgressCard({ ...progress, timeLeft: timeLeftWords(secondsLeft) });
}

export function finishedCard(content: Content): Card {
  const { organisation, sent, notReached } = content as SendFinished;
  return messageCard(finishedMessage(organisation, sent, notReached));
}

export function requestCard(content: Content): Card {
  const request = content as AbsenceRequest;
  return absenceRequestCard({ ...request, askedOn: sayDay(request.askedOn) });
}

/** Takes the place of a warning that is over. */
export function overCard(content: Content): Card {
  return messageCard(warningOver(content as WarningOver));
}

export function replyCard(content: Content): Card {
  return warningReplyCard(replyForAdministrator(content as WarningReply));
}

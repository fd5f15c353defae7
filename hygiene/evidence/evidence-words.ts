/** What an auditor reads of each event. */
import { type Day, sayDay } from '../day.ts';
import { DECISION_IN_AUDIT, UNDONE_IN_AUDIT } from '../decision.ts';
import type { LifecycleProfile } from '../lifecycle-profile.ts';
import type { EvidenceEvent, EvidenceKind } from './evidence.ts';

export const KIND_WORDS: Readonly<Record<EvidenceKind, string>> = {
  flagged: 'Flagged',
  warned: 'Warned',
  decided: 'Decided',
  cleared: 'Flag cleared',
};

const STAGE_WORDS: Readonly<Record<string, string>> = {
  due: 'Due soon',
  inactive: 'Inactive',
  overdue: 'Past its day',
};

/** What the audit calls each decision. What is not here is shown as the audit has it. */
const DECISION_WORDS: Readonly<Record<string, string>> = {
  [DECISION_IN_AUDIT.absent]: 'Planned absence',
  [DECISION_IN_AUDIT.leaver]: 'Leaver',
  [DECISION_IN_AUDIT.needed]: 'Still needed',
  [DECISION_IN_AUDIT['counts-as']]: 'Shared or application mailbox',
  [UNDONE_IN_AUDIT]: 'A decision was undone',
};

export function detailOf(event: EvidenceEvent): string {
  switch (event.kind) {
    case 'flagged': {
      const stage = STAGE_WORDS[event.stage ?? ''] ?? event.stage ?? '';
      return event.happensOn ? `${stage}: ${sayDay(event.happensOn)}` : stage;
    }
    case 'cleared':
      return 'No longer due, inactive or past its day';
    case 'warned':
      return warnedWords(event);
    case 'decided':
      return decidedWords(event);
  }
}

function warnedWords({ state, failure, mayBeTwice, happensOn }: EvidenceEvent): string {
  const warning = happensOn ? `The warning of ${sayDay(happensOn)}` : 'The warning';
  switch (state) {
    case 'sent':
      return `${warning} arrived in Teams.${mayBeTwice ? ' It may have arrived more than once.' : ''}`;
    case 'failed':
      return `${warning} did not arrive. ${failure ?? ''}`.trim();
    case 'cancelled':
      return `${warning} was cancelled before it was sent.`;
    default:
      return `${warning} is on its way.`;
  }
}

function decidedWords({ what, after }: EvidenceEvent): string {
  const words = DECISION_WORDS[what ?? ''] ?? what ?? '';
  const day = (key: string) => (typeof after?.[key] === 'string' ? sayDay(after[key] as Day) : '');
  switch (what) {
    case DECISION_IN_AUDIT.absent: {
      const approved = typeof after?.approvedBy === 'string' ? `, approved by ${after.approvedBy}` : '';
      return `${words} until ${day('absentUntil')}${approved}`;
    }
    case DECISION_IN_AUDIT.leaver:
      return `${words} from ${day('leaverOn')}`;
    case DECISION_IN_AUDIT['counts-as']:
      return typeof after?.countsAs === 'string' ? `Counts as a mailbox: ${after.countsAs}` : words;
    default:
      return words;
  }
}

export function byWhom({ by, kind, profile }: EvidenceEvent): string {
  if (by) return by;
  return kind === 'flagged' || kind === 'cleared' ? `The service, by the rule ${profile}` : 'The service';
}

/** For example `NHSmail hygiene process, 2020. Source: …`. */
export function ruleLine({ title, source }: LifecycleProfile): string {
  return `${title}. Source: ${source}`;
}

/** The time that clocks there show, as `14:05`; empty text where only the day is known. */
export function timeOf({ at, isDay }: EvidenceEvent, timeZone: string): string {
  if (isDay) return '';
  return at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Words of an administrator's digest. */

import { sayDay } from '../../hygiene/day.ts';
import type { Digest } from '../../hygiene/digest/digest.ts';
import { type DigestTimes, nextDigest } from '../../hygiene/digest/digest-times.ts';
import { STAGES, type Stage } from '../../hygiene/stage-of.ts';
import { sayMoment } from './hour-words.ts';
import { daysLeftWords, stageTitles } from './messages.ts';
import { reportLine } from './report-messages.ts';

export const EVERY_CHOICES = [
  { title: 'Every day', value: 'day' },
  { title: 'Once a week', value: 'week' },
  { title: 'Never', value: 'off' },
];

export const DIGEST_KEPT = 'Kept.';
export const DIGEST_NOT_UNDERSTOOD = 'I do not understand one of these. Please choose again.';

/** @param isChosen who has chosen nothing gets one only where warnings go out by themselves. */
export function nextLine(times: DigestTimes, isChosen: boolean, now: Date): string {
  const next = nextDigest(times, now);
  if (!next) return 'No digest comes. Then you do not hear here whom no warning has reached.';
  if (!isChosen) return 'You have chosen nothing yet. One comes once automatic warnings are on.';
  return `The next one comes at ${sayMoment(next, times.timeZone, now)}.`;
}

/** What the card says of a digest. */
export function digestWords(digest: Digest) {
  const { organisations, organisationCount, counts, before, reportDate, ageInDays, tooOld } = digest;
  return {
    organisations: organisationsLine(organisations, organisationCount),
    counts: STAGES.filter((stage) => counts[stage] > 0 || (before?.[stage] ?? 0) > 0).map((stage) => ({
      title: stageTitles[stage],
      value: `${counts[stage].toLocaleString('en-GB')}${changeWords(counts, before, stage)}`,
    })),
    tooOld:
      reportDate && tooOld
        ? 'A report is too old to act on, so no warning is sent by it. Bring in a newer one.'
        : '',
    arrived: arrivedLine(digest),
    soonest: digest.soonest.map(({ name, address, date, daysLeft }) => ({
      name,
      address,
      when: date ? `${sayDay(date)}, ${daysLeftWords(daysLeft)}` : '',
    })),
    notReached: digest.notReached,
    notReachedMore: digest.notReachedCount - digest.notReached.length,
    unanswered: digest.unanswered.map(({ name, address, happensOn }) => ({
      name,
      address,
      when: `Due on ${sayDay(happensOn)}`,
    })),
    unansweredMore: digest.unansweredCount - digest.unanswered.length,
    profileLine: `${digest.profileTitle}. Source: ${digest.profileSource}`,
    reportLine: reportLine({ ...(reportDate && { reportDate }), ageInDays, tooOld }, organisationCount > 1),
  };
}

function arrivedLine({ arrived, before }: Digest): string {
  if (arrived === 0) return '';
  const have = arrived === 1 ? '1 warning has' : `${arrived.toLocaleString('en-GB')} warnings have`;
  return before ? `${have} reached people since the last digest.` : `${have} reached people so far.`;
}

function changeWords(counts: Digest['counts'], before: Digest['before'], stage: Stage): string {
  if (!before) return '';
  const change = counts[stage] - (before[stage] ?? 0);
  if (change === 0) return ', as last time';
  return `, ${Math.abs(change).toLocaleString('en-GB')} ${change > 0 ? 'more' : 'fewer'} than last time`;
}

function organisationsLine(organisations: readonly string[], count: number): string {
  const others = count - organisations.length;
  if (others > 0)
    return `${organisations.join(', ')} and ${others.toLocaleString('en-GB')} ${others === 1 ? 'other' : 'others'}`;
  return organisations.join(', ');
}

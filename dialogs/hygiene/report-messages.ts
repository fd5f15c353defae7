/** Words of the administrator's report. */
import { counted } from '../../cards/counted.ts';
import type { OrganisationCount, ReportedAccount } from '../../hygiene/account-report.ts';
import { type Day, sayDay } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { sayRange } from '../../hygiene/standing-words.ts';
import { daysLeftWords, reportAge, stageTitles } from './messages.ts';
import { listOf, type ReportPlace } from './place.ts';

const NEXT = 'Due soonest';
const LIST_TITLES: Readonly<Record<string, string>> = {
  next: NEXT,
  any: 'All accounts',
  away: 'Planned absence',
  ...stageTitles,
};

/** What can be chosen to be shown. */
export const STAGE_CHOICES = Object.entries(LIST_TITLES).map(([value, title]) => ({ title, value }));

export function listTitle(place: ReportPlace): string {
  const title = LIST_TITLES[listOf(place)] ?? NEXT;
  return place.find ? `${title} with “${place.find}”` : title;
}

export function listDetail(shown: number, first: number, matching: number): string {
  if (shown === 0) return 'No account.';
  return `${(first + 1).toLocaleString('en-GB')} to ${(first + shown).toLocaleString('en-GB')} of ${matching.toLocaleString('en-GB')}`;
}

/** The stage is said of each account where not all of the list are at the same. */
export function accountLine(account: ReportedAccount, place: ReportPlace, day: Day) {
  const { name, address, stage, absentUntil, leaver } = account;
  const list = listOf(place);
  const when = whenOf(account);
  const title = stage === list || (stage === 'due' && list === 'next') ? '' : stageTitles[stage];
  return {
    name,
    address,
    when: title && when ? `${title}: ${when}` : title || upperFirst(when),
    note: [absentUntil ? absenceNote(absentUntil, day) : '', leaver ? LEAVER_NOTE : '']
      .filter(Boolean)
      .join(' '),
  };
}

function whenOf({ stage, date, range, daysLeft }: ReportedAccount): string {
  if (range) return `between ${sayRange(range)}`;
  if (!date) return '';
  return stage === 'overdue' ? `since ${sayDay(date)}` : `${sayDay(date)}, ${daysLeftWords(daysLeft)}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LEAVER_NOTE = 'Leaver, gets no warning.';

export function absenceNote(until: Day, day: Day): string {
  return until >= day
    ? `Planned absence until ${sayDay(until)}.`
    : `A planned absence ended on ${sayDay(until)}.`;
}

export function awayLine(away: number, ended: number): string {
  const lasting = away > 0 ? `${counted(away, 'planned absence')}.` : '';
  const over =
    ended === 0
      ? ''
      : ended === 1
        ? '1 planned absence has ended, and the account has not been used since.'
        : `${ended.toLocaleString('en-GB')} planned absences have ended, and the accounts have not been used since.`;
  return [lasting, over].filter(Boolean).join(' ');
}

export function organisationLine({ due, overdue, total }: OrganisationCount): string {
  const parts = [`${due.toLocaleString('en-GB')} due`, `${overdue.toLocaleString('en-GB')} past their day`];
  return `${parts.join(', ')}, ${counted(total, 'account')}`;
}

export function otherOrganisations(others: number): string {
  if (others <= 0) return '';
  return others === 1
    ? 'And 1 other. Choose it below.'
    : `And ${others.toLocaleString('en-GB')} others. Choose one below.`;
}

/** @param several the reports of several organisations, of which this is the oldest. */
export function reportLine(
  report: { reportDate?: Day; ageInDays?: number; tooOld: boolean },
  several = false,
): string {
  if (!report.reportDate) return 'There is no report yet.';
  const from = several ? 'The oldest of these reports is of' : 'From the report of';
  return `${from} ${sayDay(report.reportDate)}, ${reportAge(report.ageInDays ?? 0, report.tooOld)}.`;
}

export function tooOldLine(report: { reportDate?: Day; tooOld: boolean }, profile: LifecycleProfile): string {
  if (!report.reportDate || !report.tooOld) return '';
  return `Do not act on this: this rule allows reports of up to ${counted(profile.reportMaxAgeDays, 'day')}. Bring in a newer one first.`;
}

export const CHOOSE_ONE_TO_SEND = 'To send warnings, choose one organisation first.';

export function notYours(ods: string) {
  return {
    title: 'I do not have that organisation for you',
    text: `You do not administer ${ods}, or there is no such organisation.`,
    buttons: [{ title: 'Hygiene report', say: 'hygiene report' }],
  };
}

const REPORT_BUTTONS = [{ title: 'Hygiene report', say: 'hygiene report' }];

export const NOTHING_TO_EXPORT = {
  title: 'There is nothing to export',
  text: 'No account is in this list.',
  buttons: REPORT_BUTTONS,
};

export const TOO_MANY_TO_EXPORT = {
  title: 'These are too many accounts for a chat',
  text: 'Choose one organisation, or a shorter list, and export again.',
  buttons: REPORT_BUTTONS,
};

export const EXPORT_DECLINED = {
  title: 'No file was made',
  text: 'You can export again from the report.',
  buttons: REPORT_BUTTONS,
};

export const EXPORT_FAILED = {
  title: 'The file could not be written',
  text: 'Microsoft Teams did not take it, or the accounts changed meanwhile. Please export again.',
  buttons: REPORT_BUTTONS,
};

/** Words of the inactivity dialog. */
import { sayDay } from '../../hygiene/day.ts';
import { type CitedRule, type LifecycleProfile, newestRule } from '../../hygiene/lifecycle-profile.ts';
import type { Stage } from '../../hygiene/stage-of.ts';
import type { Standing } from '../../hygiene/standing.ts';
import { sayRange } from '../../hygiene/standing-words.ts';
import type { Proposal } from '../../hygiene/warnings.ts';

const MENU = { title: 'Menu', say: 'menu' };
const REPORT = { title: 'Hygiene report', say: 'hygiene report' };

export const stageTitles: Record<Stage, string> = {
  active: 'In use',
  due: 'Due soon',
  overdue: 'Past its day',
  inactive: 'Inactive',
  restorable: 'Deleted, can be restored',
  removed: 'Deleted for good',
  disabled: 'Disabled',
  exempt: 'Exempt',
  unknown: 'Not known',
};

/** The answer in one sentence. */
export function headlineFor({ stage, what, happensOn, range }: Standing): string {
  const day = happensOn ? sayDay(happensOn) : '';
  switch (stage) {
    case 'active':
      return 'Your account is in use. Nothing is due soon.';
    case 'due':
      return `Your account could be ${what} on ${day} if you do not use it.`;
    case 'overdue':
      return `Your account could be ${what} at any time.`;
    case 'inactive':
      if (range) return `Your account is inactive. It could be ${what} between ${sayRange(range)}.`;
      return day ? `Your account is inactive. It could be ${what} on ${day}.` : 'Your account is inactive.';
    case 'restorable':
      return day
        ? `Your account was deleted. It can be restored until ${day}.`
        : 'Your account was deleted. It can be restored.';
    case 'removed':
      return 'Your account was deleted for good.';
    case 'disabled':
      return 'Your account is disabled.';
    case 'exempt':
      return 'This rule does not cover your account.';
    case 'unknown':
      return range
        ? `Your account could be ${what} between ${sayRange(range)} if you do not use it.`
        : 'I cannot tell where your account stands.';
  }
}

/** The same, by a rule that is not the one in force. */
export function headlineByRule(standing: Standing, year: number): string {
  const headline = headlineFor(standing);
  return `By the rules of ${year}, ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`;
}

/** What the rule in force says, beside an earlier one. */
export function otherRule({ what, happensOn, range }: Standing, { title }: LifecycleProfile): string {
  if (what && range) return `Another rule (${title}) gives later days: ${what} between ${sayRange(range)}.`;
  return what && happensOn
    ? `Another rule (${title}) gives a later day: ${what} on ${sayDay(happensOn)}.`
    : `Another rule (${title}) gives no day for your account.`;
}

/**
 * Whoever reads this is in Teams, and by some rules that is use. Only where the rule in force says so do their warnings
 * wait for the next report.
 * @param profiles the one in force first.
 */
export function seenInTeams(
  stage: Stage,
  profiles: readonly [LifecycleProfile, ...LifecycleProfile[]],
): CitedRule | undefined {
  const [inForce] = profiles;
  const counts = profiles.find(({ teamsCountsAsUse }) => teamsCountsAsUse);
  const source = newestRule(counts ? [counts] : [], 'activity')?.source;
  if (!counts || !source || !MAY_STILL_BE_USED.includes(stage)) return undefined;
  const here = `You are using Teams now. By the rules of ${counts.year} that is use of your account.`;
  if (counts === inForce) {
    return {
      words: `${here} I have noted it, and you get no warning until there is a newer report.`,
      source,
    };
  }
  const alsoLogIn = stage === 'active' ? '' : ', so log in as well';
  return {
    words: `${here} The rule in force here, of ${inForce.year}, does not say what counts${alsoLogIn}.`,
    source,
  };
}

const MAY_STILL_BE_USED: readonly Stage[] = ['active', 'due', 'inactive', 'overdue', 'unknown'];

export const DAY_HAS_PASSED = 'this day has passed';

export function daysLeftWords(days: number | undefined): string {
  if (days === undefined) return '';
  if (days <= 0) return 'due now';
  return days === 1 ? '1 day left' : `${days} days left`;
}

export function reportAge(days: number, tooOld: boolean): string {
  const age = days === 0 ? 'from today' : days === 1 ? '1 day old' : `${days} days old`;
  return tooOld ? `${age}, too old to act on` : age;
}

/** @returns empty text when warnings can be sent. */
export function whyNoSend(facts: { chosen: boolean; hasReport: boolean; tooOld: boolean }): string {
  if (!facts.chosen) return 'Nobody has chosen which inactivity rule applies, so no warning can be sent.';
  if (!facts.hasReport) return 'There is no report yet, so no warning can be sent.';
  return facts.tooOld ? 'The report is too old to act on. Import a newer one first.' : '';
}

export const ONLY_IN_PERSONAL_CHAT = {
  title: 'Please ask me in a private chat',
  text: 'This is about accounts, so I only show it in a chat with you alone.',
  buttons: [],
};

export const NO_ACCOUNT_FOUND = {
  title: 'I have no report on your account',
  text: 'No report that I hold names the address Teams gives for you. Your Local Administrator can tell you where your account stands. If you have none, ring the NHSmail helpdesk on 0333 200 1133, 24 hours a day.',
  buttons: [{ title: 'What counts as using it?', say: 'what counts as activity' }, MENU],
};

export const NO_PROFILE_CHOSEN = {
  title: 'No inactivity rule is chosen yet',
  text: 'Warnings wait until your service team has chosen which rule applies. Nothing was sent.',
  buttons: [REPORT],
};

export function proposalRefused(proposal: Exclude<Proposal, { outcome: 'proposed' | 'not-administrator' }>) {
  switch (proposal.outcome) {
    case 'nobody-to-warn':
      return {
        title: 'Nobody needs a warning',
        text: 'No account of this organisation is due for a new warning today.',
        buttons: [REPORT],
      };
    case 'no-report':
      return {
        title: 'There is no report yet',
        text: 'Import a mailbox report first. Nothing was sent.',
        buttons: [REPORT],
      };
    case 'report-too-old':
      return {
        title: 'The report is too old',
        text: `It is ${proposal.ageInDays} days old, and this rule allows ${proposal.maxAgeDays}. Import a newer one. Nothing was sent.`,
        buttons: [REPORT],
      };
  }
}

export function confirmed(count: number) {
  return {
    title: count === 1 ? 'Sending 1 warning' : `Sending ${count} warnings`,
    text: 'I will tell you here how far they are, and when they have been delivered.',
    buttons: [],
  };
}

export const CONFIRM_OUTCOMES = {
  'already-confirmed': {
    title: 'These warnings are already on their way',
    text: 'Nothing is sent twice. I will write to you here when they have been delivered.',
    buttons: [REPORT],
  },
  expired: {
    title: 'This dry run is out of date',
    text: 'Please look at the report again and start a new one. Nothing was sent.',
    buttons: [REPORT],
  },
  cancelled: { title: 'This send was cancelled', text: 'Nothing was sent.', buttons: [REPORT] },
  'not-yours': {
    title: 'I cannot do that for you',
    text: 'Only the administrator who asked for this send can decide on it. Nothing was sent.',
    buttons: [MENU],
  },
};

export const CANCELLED = { title: 'Not sent', text: 'No warning was sent.', buttons: [REPORT] };

/** What the person and their administrator can do about where an account stands. */
import type { Account } from './account.ts';
import { isMarkedLeaver } from './account-status.ts';
import { addDays, type Day, sayDay } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import type { Place, Stage } from './stage-of.ts';

export interface Advice {
  doNow: string[];
  adminCan: string[];
  ask: string;
}

const HELPDESK = 'the NHSmail helpdesk on 0333 200 1133';
const USE_IT = 'Log in to the NHSmail portal, or send an email from this account.';
const WHAT_COUNTS =
  'By the rules of 2022 both count. So does logging in to Teams, or an app that keeps you logged in.';
/** Where a warning would go to anybody else. */
const LEAVER_GETS_NONE: readonly Stage[] = ['due', 'overdue', 'inactive', 'unknown'];
const LEAVER_ADVICE = [
  'This person is marked as a leaver, so they get no warning.',
  'If they are not leaving, choose “Still needed”. Take the mark away in the NHSmail portal too.',
];
const NOTHING = 'You do not need to do anything now.';

/** Sites of the National Administration Service have no Local Administrator. */
function askOf({ isNas }: Account): string {
  return isNas
    ? `Ask the owner of your shared mailbox, or ring ${HELPDESK}.`
    : `Ask your Local Administrator. If you do not know who that is, ring ${HELPDESK}.`;
}

/** @returns steps, the simplest first, in the second person for `doNow` and for the administrator in `adminCan`. */
export function adviceFor(place: Place, account: Account, profile: LifecycleProfile, day: Day): Advice {
  const ask = askOf(account);
  const isLeaver = LEAVER_GETS_NONE.includes(place.stage) && isMarkedLeaver(account, day);
  return {
    ask,
    doNow: doNowFor(place, ask),
    adminCan: isLeaver ? LEAVER_ADVICE : adminCanFor(place, profile),
  };
}

function doNowFor(place: Place, ask: string): string[] {
  switch (place.stage) {
    case 'active':
      return [NOTHING, 'Use your account from time to time to keep it.'];
    case 'due':
      if (place.leaver) return ['If you are not leaving, say so soon.', ask];
      if (place.because === 'unfinished') {
        return ['Log in to the NHSmail portal and finish setting up your account.', ask];
      }
      if (place.because === 'password-ran-out') {
        return ['Log in to the NHSmail portal and change your password. That counts as use.', ask];
      }
      return [USE_IT, WHAT_COUNTS, ask];
    case 'overdue':
      if (place.because === 'said-disabled') return ['Ask today for the account to be kept.', ask];
      if (place.leaver) return ['If you are not leaving, say so today.', ask];
      return [`Today: ${lowerFirst(USE_IT)}`, 'If you cannot log in, ask for help today.', ask];
    case 'inactive':
      return [
        'Try to log in to the NHSmail portal.',
        'If you cannot log in, ask for the account to be made active.',
        ask,
      ];
    case 'restorable':
      return place.happensOn
        ? [`Ask for the account to be brought back by ${sayDay(addDays(place.happensOn, -1))}.`, ask]
        : ['Ask today for the account to be brought back.', ask];
    case 'removed':
      return place.because === 'said-gone'
        ? ['The account cannot be brought back. Ask for a new one if you need it.', ask]
        : ['Ask at once whether the account can still be brought back.', ask];
    case 'disabled':
      return ['Ask for the account to be made active when you need it again.', ask];
    case 'exempt':
      return [NOTHING];
    case 'unknown':
      return ['To be safe, log in to the NHSmail portal or send an email.', ask];
  }
}

function adminCanFor(place: Place, profile: LifecycleProfile): string[] {
  const away = profile.disabledKeptMonths
    ? `If they are away for long, ask for the account to be disabled. It is then kept for ${profile.disabledKeptMonths} months.`
    : 'If they are away for long, ask the helpdesk how to keep the account.';
  const check = `Check it in the NHSmail portal, or ask ${HELPDESK}.`;
  switch (place.stage) {
    case 'active':
    case 'exempt':
      return [];
    case 'due':
    case 'overdue':
      return [
        'Ask this person to use the account.',
        away,
        'If they have left, tell the helpdesk or mark them as a leaver.',
      ];
    case 'inactive':
      return ['Make the account active again if it is needed, or ask the helpdesk to.', away];
    case 'restorable':
      return ['Restore the account if it is needed, or ask the helpdesk to.'];
    case 'removed':
      return place.because === 'said-gone' ? ['Ask for a new account if one is needed.'] : [check];
    case 'disabled':
      return ['Make the account active again when the person is back.'];
    case 'unknown':
      return [check];
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

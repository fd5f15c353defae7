/** The sentences that say why an account stands where it does. */
import type { Account } from './account.ts';
import type { DayRange } from './clock.ts';
import { addDays, type Day, sayDay } from './day.ts';
import type { LifecycleProfile, RuleName } from './lifecycle-profile.ts';
import type { LifeEvent, Place } from './stage-of.ts';

export function eventWord(event: LifeEvent, profile: LifecycleProfile): string {
  return { inactive: profile.inactiveWord, deleted: 'deleted', gone: 'deleted for good' }[event];
}

/** The rule that decided; the profile's inactivity rule stands in where it has no rule of that name. */
export function ruleNameFor(place: Place): RuleName {
  switch (place.because) {
    case 'exempt-kind':
      return 'exempt';
    case 'said-deleted':
    case 'said-gone':
      return 'deleted';
    case 'said-disabled':
      return 'disabled';
    case 'leaver':
    case 'leaver-without-date':
      return 'leaver';
    case 'unfinished':
      return 'unfinished';
    case 'password-ran-out':
      return 'password';
    default:
      return 'inactive';
  }
}

/** Why the account stands there, in one to five sentences. */
export function whyOf(place: Place, account: Account, profile: LifecycleProfile, day: Day): string {
  return [
    reasonFor(place, account, profile),
    place.leaver && place.because !== 'leaver'
      ? reasonFor({ ...place, because: 'leaver' }, account, profile)
      : '',
    outlook(place, profile),
    absenceIn(account, day),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Until when a planned absence lasts or lasted. It ends by itself, and that it has ended is told until the account is
 * used again.
 */
export function absenceOf({ absentUntil, lastActiveOn }: Account, day: Day): Day | undefined {
  if (absentUntil === null) return undefined;
  const told = absentUntil >= day || lastActiveOn === null || lastActiveOn <= absentUntil;
  return told ? absentUntil : undefined;
}

function absenceIn(account: Account, day: Day): string {
  const until = absenceOf(account, day);
  if (until === undefined) return '';
  return until >= day
    ? `A planned absence is noted until ${sayDay(until)}.`
    : `A planned absence ended on ${sayDay(until)}.`;
}

function reasonFor(place: Place, account: Account, profile: LifecycleProfile): string {
  const since = (day: Day | null | undefined) => (day ? ` on ${sayDay(day)}` : '');
  switch (place.because) {
    case 'said-gone':
      return 'The report says this account was deleted for good.';
    case 'said-deleted':
      return `The report says this account was deleted${since(account.deletedOn)}.`;
    case 'said-disabled':
      return `The report says this account was disabled${since(account.disabledOn)}.`;
    case 'said-inactive':
      return 'The report says this account is inactive.';
    case 'said-active':
      return 'The report says this account is active, but not when it was last used.';
    case 'password-ran-out':
      return `Its password ran out${since(account.passwordExpiresOn)}, so it does not count as active.`;
    case 'enabled-lately':
      return `It was made active again${lately(account)}. No source says how it is counted, so we wait ${profile.restAfterEnablingDays} days.`;
    case 'not-covered':
      return `This rule is from ${profile.year}. It covers National Administration Service (NAS) accounts only.`;
    case 'exempt-kind':
      return `This is ${KIND_WORDS[account.kind]}, so the inactivity rule does not apply to it.`;
    case 'changing':
      return 'The report says this account is being changed at the moment.';
    case 'unrecognised':
      return 'The report gives a status that we do not know.';
    case 'leaver':
      return `This account was marked as a leaver's${since(account.leaverOn)}.`;
    case 'leaver-without-date':
      return "This account was marked as a leaver's, but the report does not say from which day.";
    case 'no-date':
      return 'The report does not say when this account was last used.';
    case 'future-date':
      return 'The report gives a date that is still to come, so we cannot count from it.';
    case 'last-use':
      return `This account was last used${since(place.countedFrom)}.`;
    case 'never-used':
      return `This account was made${since(place.countedFrom)} and has not been used.`;
    case 'unfinished':
      return `This account was made${since(place.countedFrom)} and its set-up is not finished.`;
  }
}

/** A report is weekly, so the day itself is not known. */
function lately({ enabledOn }: Account): string {
  return enabledOn ? ` by ${sayDay(enabledOn)}` : '';
}

const KIND_WORDS = {
  user: "a person's account",
  shared: 'a shared mailbox',
  application: 'an application account',
  resource: 'a resource mailbox, such as a room',
};

function outlook(
  { stage, event, happensOn, range, because, countedFrom }: Place,
  profile: LifecycleProfile,
): string {
  if (!event) return '';
  const word = eventWord(event, profile);
  if (range)
    return stage === 'overdue'
      ? `It could have been ${word} by ${sayDay(range.to)}.`
      : `It can be ${word} between ${sayRange(range)}.`;
  if (!happensOn) return '';
  const on = sayDay(happensOn);
  if (stage === 'overdue') return `It could have been ${word} from ${on}, so this could happen at any time.`;
  if (stage === 'restorable') return `It can be brought back until ${sayDay(addDays(happensOn, -1))}.`;
  if (stage === 'disabled') return `It is kept until ${on}.`;
  if (because === 'leaver' || (stage === 'due' && event === 'deleted')) return `It can be ${word} on ${on}.`;
  return countedFrom && event === 'inactive'
    ? `${profile.inactiveAfterDays} days without use end on ${on}. It can then be ${word}.`
    : `By that count it is inactive, and can be ${word} on ${on}.`;
}

/** `16 November 2026 and 15 December 2026`, for after "between". */
export function sayRange({ from, to }: DayRange): string {
  return `${sayDay(from)} and ${sayDay(to)}`;
}

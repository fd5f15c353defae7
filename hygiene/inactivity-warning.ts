/** What a warning tells the person whose account is about to be removed. */
import type { Account } from './account.ts';
import { type Day, sayDay } from './day.ts';
import { type LifecycleProfile, warningPointAt } from './lifecycle-profile.ts';
import type { Standing } from './standing.ts';

/** The kind under which warnings stand in the ledger. */
export const INACTIVITY_WARNING = 'inactivity-warning';

/** The data of the warning's card, as the ledger keeps it. */
export type InactivityWarning = {
  headline: string;
  date: Day;
  dateInWords: string;
  daysLeft: number;
  why: string;
  rule: string;
  ruleIsQuote: boolean;
  ruleSource: string;
  /** The profile's id. */
  profile: string;
  profileTitle: string;
  doNow: string[];
  ask: string;
  /** The day of the report that says so. */
  reportDate: Day;
};

/** A standing with a day on which something happens. */
export type DatedStanding = Standing & { happensOn: Day; daysLeft: number; what: string };

export function isDated(standing: Standing): standing is DatedStanding {
  return standing.happensOn !== undefined && standing.daysLeft !== undefined && standing.what !== undefined;
}

export function inactivityWarning(
  standing: DatedStanding,
  profile: LifecycleProfile,
  reportDate: Day,
): InactivityWarning {
  const { happensOn, daysLeft, what, why, rule, ruleIsQuote, source, doNow, ask } = standing;
  const dateInWords = sayDay(happensOn);
  return {
    headline:
      daysLeft === 0
        ? `Your NHSmail account could be ${what} at any time`
        : `Your NHSmail account could be ${what} on ${dateInWords}`,
    date: happensOn,
    dateInWords,
    daysLeft,
    why,
    rule,
    ruleIsQuote,
    ruleSource: source,
    profile: profile.id,
    profileTitle: profile.title,
    // `ask` is shown by itself.
    doNow: doNow.filter((step) => step !== ask),
    ask,
    reportDate,
  };
}

/**
 * The reason for which one warning is owed: this account, this day, this warning point. The day is in it so that
 * an account that is used again, and a year later is due again, is warned again.
 */
export function reasonKeyOf(account: Account, standing: DatedStanding, profile: LifecycleProfile): string {
  const point = warningPointAt(profile, standing.daysLeft);
  return `${INACTIVITY_WARNING}:${profile.id}:${account.address}:${standing.happensOn}:${point}`;
}

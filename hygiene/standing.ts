/** Where an account stands, told so that a person can check it and act on it. */
import type { Account } from './account.ts';
import type { DayRange } from './clock.ts';
import { type Day, daysBetween } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { type Stage, stageOf } from './stage-of.ts';
import { adviceFor } from './standing-advice.ts';
import { eventWord, ruleNameFor, whyOf } from './standing-words.ts';

export interface Standing {
  stage: Stage;
  profileId: string;
  /** Days until `happensOn`; 0 once it is overdue. */
  daysLeft?: number;
  happensOn?: Day;
  /** In place of `happensOn`: the report gives a status and no date, so it is one of these days. */
  range?: DayRange;
  /** What happens then: "de-activated", "made inactive", "deleted", "deleted for good". */
  what?: string;
  /** One to five plain sentences. */
  why: string;
  rule: string;
  /** `rule` is the source's own words; otherwise ours. */
  ruleIsQuote: boolean;
  /** Document, publisher and year. */
  source: string;
  /** For the person whose account it is, the simplest first. */
  doNow: string[];
  adminCan: string[];
  /** Whom to ask about this account. */
  ask: string;
}

/**
 * Places the account and explains why. Missing data is `unknown`, never `active`.
 * @param day today, in the organisation's time zone.
 */
export function standingOf(account: Account, profile: LifecycleProfile, day: Day): Standing {
  const place = stageOf(account, profile, day);
  const rule = profile.rules[ruleNameFor(place)] ?? profile.rules.inactive;
  const advice = adviceFor(place, account, profile, day);
  return {
    stage: place.stage,
    profileId: profile.id,
    ...(place.happensOn && {
      happensOn: place.happensOn,
      daysLeft: Math.max(0, daysBetween(day, place.happensOn)),
    }),
    ...(place.range && { range: place.range }),
    ...(place.event && { what: eventWord(place.event, profile) }),
    why: whyOf(place, account, profile, day),
    rule: rule.words,
    ruleIsQuote: rule.verbatim,
    source: rule.source ?? profile.source,
    ...advice,
  };
}

/** How one account stands: until when it is kept, why, and what to do. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface AccountStandingCardData {
  address: string;
  organisation: string;
  /** The stage's id. */
  stage: string;
  /** The stage in words. */
  stageTitle: string;
  headline: string;
  /** The day that matters, or empty text. */
  date: string;
  /** For example `34 days left`, or empty text. */
  daysLeft: string;
  why: string;
  /** That being in Teams is use of the account, or empty text; and which rule says so. */
  seen: string;
  seenSource: string;
  rule: string;
  ruleSource: string;
  /** What another profile would say, each with its source. */
  other: { text: string; source: string }[];
  doNow: string[];
  /** The day the report speaks of, and how old that is. */
  reportDate: string;
  reportAge: string;
  ask: string;
}

const render = cardFrom(import.meta.url, 'About your NHSmail account');

export function accountStandingCard(data: AccountStandingCardData): Card {
  const age = data.reportAge ? `, ${data.reportAge}` : '';
  return render({
    ...data,
    reportLine: data.reportDate ? `From the report of ${data.reportDate}${age}.` : '',
  });
}

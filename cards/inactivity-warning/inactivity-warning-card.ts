/** Tells a person, unasked, that their account will be lost if they do not use it. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface InactivityWarningCardData {
  headline: string;
  /** The last day, or empty text. */
  date: string;
  /** For example `23 days left`, or empty text. */
  daysLeft: string;
  why: string;
  rule: string;
  ruleSource: string;
  /** The title of the rules in force, and that others may give an earlier day. */
  profile: string;
  doNow: string[];
  ask: string;
  /** The last day as `YYYY-MM-DD`: its buttons say by it which warning is answered. */
  due: string;
}

const render = cardFrom(import.meta.url, 'A message about your NHSmail account');

export function inactivityWarningCard(data: InactivityWarningCardData): Card {
  return render({ ...data });
}

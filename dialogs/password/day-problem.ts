/** What is wrong with words that answer the question for a day, and name none that has been. */
import type { Day } from '../../hygiene/day.ts';
import { spoken } from '../spoken.ts';
import { readDay, writesDay } from './read-day.ts';

export type DayProblem = 'future' | 'no-such-day' | 'unread';

/** A longer message is more likely a question of its own. */
const LONGEST = 40;
const AROUND =
  "^(?:(?:no|it|that|was|is|its|it's|will be|i think|maybe|probably|on|at|around|about|before|after|over|just|in|the|last|this) )*";
const STILL_TO_COME = new RegExp(
  `${AROUND}(?:tomorrow|tmrw|tonight|next (?:week|month|year|mon|tue|wed|thu|fri|sat|sun)\\w*|in an? (?:week|month|year)|in \\w+ (?:days|weeks|months|years))$`,
);
const NO_DATE = new RegExp(
  `${AROUND}(?:christmas|xmas|easter|new year'?s?|halloween|bank holiday|spring|summer|autumn|winter|lockdown|covid|my birthday|recently|lately|the other day)(?: (?:day|eve|time|holidays?))?$`,
);

/** @returns undefined when the words are about something else, or name a day. */
export function dayProblemOf(words: string, today: Day): DayProblem | undefined {
  const text = spoken(words);
  if (text.length > LONGEST || text.endsWith('?') || readDay(words, today)) return undefined;
  if (writesDay(text)) return 'no-such-day';
  if (STILL_TO_COME.test(text)) return 'future';
  return NO_DATE.test(text) ? 'unread' : undefined;
}

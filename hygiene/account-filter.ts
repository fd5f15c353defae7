/** Which accounts a list shows, and in which order. */
import type { Parameters } from './parameters.ts';
import { STAGES } from './stage-of.ts';

/** A stage; or what is due next, every stage, or a planned absence that lasts or has ended. */
export const LISTS = ['next', 'any', 'away', ...STAGES] as const;
export type List = (typeof LISTS)[number];

export interface AccountFilter {
  odsCode?: string | undefined;
  /** `next` when it is left out. */
  stage?: List | undefined;
  /** Words of a name or an address, in any order. */
  search?: string | undefined;
}

const MOST_WORDS = 8;

/** A condition on a row of `stageSql`. @param day the placeholder of today, with its type. */
export function filtered(
  { stage = 'next', search = '' }: AccountFilter,
  day: string,
  { bind }: Parameters,
): string {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return [
    conditionFor(stage, day),
    ...patterns.map((each) => `lower(display_name) || ' ' || address like ${bind(each)}::text`),
  ].join(' and ');
}

function conditionFor(list: List, day: string): string {
  switch (list) {
    case 'next':
      return DUE_NEXT;
    case 'any':
      return 'true';
    case 'away':
      return `(${isAway(day)} or ${awayEnded(day)})`;
    default:
      return `stage = '${list}'`;
  }
}

/** Something is going to happen to the account, and the day is known. */
export const DUE_NEXT = "stage in ('due', 'inactive') and happens_on is not null";

export function isAway(day: string): string {
  return `absent_until >= ${day}`;
}

/** The account has not been used since the planned absence ended. */
export function awayEnded(day: string): string {
  return `absent_until < ${day} and (last_active_on is null or last_active_on <= absent_until)`;
}

const SOONEST = 'happens_on nulls last';

/** By list: the soonest first; of those past their day the latest first; by name where no day matters. */
export const ORDERS: Readonly<Record<List, string>> = {
  next: SOONEST,
  due: SOONEST,
  inactive: SOONEST,
  restorable: SOONEST,
  disabled: SOONEST,
  active: SOONEST,
  overdue: 'happens_on desc',
  away: 'absent_until',
  any: 'lower(display_name)',
  removed: 'lower(display_name)',
  exempt: 'lower(display_name)',
  unknown: 'lower(display_name)',
};

/** Where in the report an administrator is. Cards carry it in their buttons; what comes back is read like words. */
import type { ReportPlace } from '../../cards/hygiene-report/hygiene-report-card.ts';
import { type AccountFilter, LISTS, type List } from '../../hygiene/account-filter.ts';

export type { ReportPlace };

export const FIRST_PLACE: ReportPlace = { ods: '', stage: '', find: '', page: 1 };
/** A choice without a value is not shown as chosen. No organisation has this code. */
export const EVERY_ORGANISATION = '-';
const LONGEST = 100;
const LAST_PAGE = 1_000_000;

/** @param data of a button or a form. What is missing or makes no sense is left out. */
export function placeFrom(data: Readonly<Record<string, unknown>> = {}): ReportPlace {
  const stage = wordsIn(data.stage);
  const ods = wordsIn(data.ods);
  const page = Math.trunc(Number(data.page));
  return {
    ods: ods === EVERY_ORGANISATION ? '' : ods.toUpperCase(),
    stage: isList(stage) && stage !== 'next' ? stage : '',
    find: wordsIn(data.find),
    page: page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

export function filterOf(place: ReportPlace): AccountFilter {
  return { ...(place.ods && { odsCode: place.ods }), stage: listOf(place), search: place.find };
}

/** Words are looked for among all accounts, unless a list was chosen. */
export function listOf({ stage, find }: ReportPlace): List {
  return isList(stage) ? stage : find ? 'any' : 'next';
}

export function wordsIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
}

function isList(text: string): text is List {
  return (LISTS as readonly string[]).includes(text);
}

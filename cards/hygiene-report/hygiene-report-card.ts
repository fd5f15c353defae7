/** How accounts stand: how many at each stage, where, and one page of them with the way to the others. */
import type { Card } from '../adaptive-card.ts';
import { choiceTitle } from '../choice-title.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

/** Which part of the report is shown: every button of the card carries it, because nothing is remembered. */
export interface ReportPlace {
  /** An organisation's code, or empty for all. */
  ods: string;
  /** The id of a list, or empty for the first one. */
  stage: string;
  /** Words of a name or an address. */
  find: string;
  /** Counted from 1. */
  page: number;
}

export interface HygieneReportCardData {
  /** One organisation, or how many. */
  organisation: string;
  /** `stage` is the stage's id, which gives the bar its colour. Empty on a page that is only a list. */
  counts: { stage: string; title: string; count: number }[];
  total: number;
  /** Planned absences in a sentence, or empty. */
  away: string;
  /** Of several: those with the most to do first. */
  organisations: { name: string; ods: string; detail: string }[];
  /** How many others there are, in a sentence, or empty. */
  moreOrganisations: string;
  listTitle: string;
  /** For example `1 to 5 of 13`. */
  listDetail: string;
  /** `when` is a date and what is left, `note` something that was decided. */
  accounts: { name: string; address: string; when: string; note: string }[];
  pages: number;
  place: ReportPlace;
  /** Empty when there is nothing to choose. */
  organisationChoices: { title: string; value: string }[];
  /** There are too many to choose from: the code is typed. */
  typedOrganisation: boolean;
  stageChoices: { title: string; value: string }[];
  /** The values that are chosen at first. */
  chosen: { ods: string; stage: string };
  /** The profile's name and source. */
  profileLine: string;
  /** The report's day and age. */
  reportLine: string;
  /** That the report is too old to act on, or empty. */
  tooOld: string;
  canSend: boolean;
  /** Why warnings cannot be sent, when they cannot. */
  whyNot: string;
}

const render = cardFrom(import.meta.url, 'A report for you');

/** The other tints are too pale on white to be seen. */
const STYLES: Record<string, string> = {
  active: 'good',
  due: 'warning',
  overdue: 'warning',
  inactive: 'warning',
  restorable: 'warning',
};

/** The longest bar's part of a row, in per cent. The rest is the number's, which stands beside it. */
const LONGEST = 50;

export function hygieneReportCard(data: HygieneReportCardData): Card {
  const most = Math.max(1, ...data.counts.map(({ count }) => count));
  const { page } = data.place;
  return render({
    ...data,
    place: { ...data.place },
    organisationChoices: data.organisationChoices.map(({ title, value }) => ({
      title: choiceTitle(title),
      value,
    })),
    stageChoices: data.stageChoices.map(({ title, value }) => ({ title: choiceTitle(title), value })),
    chosen: { ...data.chosen },
    empty: data.total === 0,
    totalLine: counted(data.total, 'account'),
    counts: data.counts.map((row) => {
      const bar = barOf(row.count, most);
      const style = STYLES[row.stage] ?? 'accent';
      return { ...row, count: row.count.toLocaleString('en-GB'), bar, rest: 100 - bar, style };
    }),
    previous: page > 1,
    next: page < data.pages,
    canExport: data.total > 0,
    whyNot: data.canSend ? '' : data.whyNot,
  });
}

/** A share of the row: as long as `count` is to `most`, and never nothing for one. */
function barOf(count: number, most: number): number {
  return Math.max(1, Math.round((count / most) * LONGEST));
}

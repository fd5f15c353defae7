/** A report that was read and is not in use: what it would change, and the yes that puts it in use. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface ReportPreviewCardData {
  /** The report that waits. */
  staged: number;
  fileName: string;
  /** Of which day it is, or empty text where the person has to say it. */
  dayLine: string;
  /** The latest day that can be chosen, `YYYY-MM-DD`. */
  today: string;
  organisations: string[];
  moreOrganisations: number;
  figures: { title: string; value: string }[];
  /** Accounts of these organisations that the file does not name. */
  missing: number;
  /** What of the file is passed over, and what it does not say. */
  columns: string[];
  /** Rows that cannot be used. The card lists ten. */
  bad: string[];
  badRows: number;
  /** In a second question: what makes it a large change, a line each. Empty in the first. */
  large: string[];
  /** In a second question: what was answered to the first. */
  answered: { complete: string; day: string };
}

const render = cardFrom(import.meta.url, 'A report to check');
const LISTED = 10;

export function reportPreviewCard(data: ReportPreviewCardData): Card {
  const isSure = data.large.length > 0;
  const shown = data.bad.slice(0, LISTED);
  const rest = data.badRows - shown.length;
  return render({
    ...data,
    first: !isSure,
    second: isSure,
    asksDay: !isSure && data.dayLine === '',
    asksComplete: !isSure && data.missing > 0,
    missingTitle: `The file names every account. The ${counted(data.missing, 'account')} that it does not name ${data.missing === 1 ? 'is' : 'are'} gone`,
    large: data.large.map((text) => ({ text })),
    organisations: data.organisations.map((text) => ({ text })),
    moreOrganisationsLine:
      data.moreOrganisations > 0 ? `And ${counted(data.moreOrganisations, 'other')}.` : '',
    columns: data.columns.map((text) => ({ text })),
    badTitle: data.badRows > 0 ? `${counted(data.badRows, 'row')} cannot be used` : '',
    bad: shown.map((text) => ({ text })),
    moreBad: rest > 0 ? `And ${counted(rest, 'other row')}.` : '',
    complete: data.answered.complete,
    day: data.answered.day,
  });
}

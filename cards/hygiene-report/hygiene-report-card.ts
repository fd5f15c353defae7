/** How the accounts of an organisation stand: how many in each stage, and who is next. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';
import { bar } from './bar.ts';

export interface HygieneReportCardData {
  /** One organisation, or how many. */
  organisation: string;
  /** `stage` is the stage's id, which gives the bar its colour. */
  counts: { stage: string; title: string; count: number }[];
  /** Soonest first; the card shows five. `daysLeft` is text such as `23 days left`. */
  dueSoonest: { name: string; address: string; date: string; daysLeft: string }[];
  total: number;
  /** The profile's name and source. */
  profileLine: string;
  /** The report's day and age. */
  reportLine: string;
  canSend: boolean;
  /** Why warnings cannot be sent, when they cannot. */
  whyNot?: string | undefined;
  /** The organisation's code, for "Send warnings". */
  ods: string;
}

const render = cardFrom(import.meta.url, 'A report for you');

const COLOURS: Record<string, string> = {
  active: 'Good',
  due: 'Warning',
  overdue: 'Attention',
  inactive: 'Attention',
  restorable: 'Warning',
  unknown: 'Accent',
};

export function hygieneReportCard(data: HygieneReportCardData): Card {
  const most = Math.max(0, ...data.counts.map(({ count }) => count));
  return render({
    ...data,
    whyNot: data.canSend ? '' : data.whyNot,
    totalLine: counted(data.total, 'account'),
    counts: data.counts.map((row) => ({
      title: row.title,
      count: row.count.toLocaleString('en-GB'),
      bar: bar(row.count, most),
      colour: COLOURS[row.stage] ?? 'Default',
      quiet: COLOURS[row.stage] === undefined,
    })),
    dueSoonest: data.dueSoonest.slice(0, 5).map((row) => ({
      ...row,
      when: [row.date, row.daysLeft].filter(Boolean).join(', '),
    })),
  });
}

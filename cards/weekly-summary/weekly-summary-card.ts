/** How the answers did in a week: counts over everybody, for administrators. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface WeeklySummaryCardData {
  /** Days as people read them. */
  firstDay: string;
  lastDay: string;
  asked: number;
  answered: number;
  choice: number;
  notCovered: number;
  thumbsUp: number;
  thumbsDown: number;
  notAsked: number;
  /** Worst first; the card shows five. */
  worst: { title: string; notCovered: number; thumbsDown: number; notAsked: number }[];
  /** Whether it comes every week. */
  isOn: boolean;
}

const render = cardFrom(import.meta.url, 'How my answers did');

export function weeklySummaryCard(data: WeeklySummaryCardData): Card {
  const worst = data.worst.slice(0, 5).map(({ title, notCovered, thumbsDown, notAsked }) => ({
    title,
    detail: [
      notCovered > 0 ? `not covered ${counted(notCovered, 'time')}` : '',
      thumbsDown > 0 ? counted(thumbsDown, 'thumb down', 'thumbs down') : '',
      notAsked > 0 ? `not what was asked ${counted(notAsked, 'time')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  }));
  return render({
    ...data,
    worst,
    toggle: data.isOn ? 'Stop sending this' : 'Send this every week',
    verb: data.isOn ? 'feedback.weeklyoff' : 'feedback.weeklyon',
  });
}

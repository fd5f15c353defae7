import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { WeeklySummaryCardData } from './weekly-summary-card.ts';

const NOTHING = {
  asked: 0,
  answered: 0,
  choice: 0,
  notCovered: 0,
  thumbsUp: 0,
  thumbsDown: 0,
  notAsked: 0,
};

export const examples = {
  default: {
    firstDay: '16 November 2026',
    lastDay: '22 November 2026',
    asked: 412,
    answered: 371,
    choice: 19,
    notCovered: 22,
    thumbsUp: 48,
    thumbsDown: 9,
    notAsked: 6,
    worst: [
      { title: 'Nothing was found', notCovered: 14, thumbsDown: 1, notAsked: 0 },
      { title: 'Sharing your password (clause 3.1.5)', notCovered: 0, thumbsDown: 4, notAsked: 1 },
      { title: 'How big a mailbox can be', notCovered: 3, thumbsDown: 0, notAsked: 0 },
    ],
    isOn: true,
  },
  empty: { ...NOTHING, firstDay: '16 November 2026', lastDay: '22 November 2026', worst: [], isOn: false },
  hostile: {
    ...NOTHING,
    firstDay: HOSTILE_MARKUP,
    lastDay: HOSTILE_MARKUP,
    worst: [{ title: HOSTILE_MARKUP, notCovered: 1, thumbsDown: 1, notAsked: 1 }],
    isOn: true,
  },
} satisfies Record<string, WeeklySummaryCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { ReportUsedCardData } from './report-used-card.ts';

export const examples = {
  default: {
    report: 7,
    figures: [
      { title: 'New', value: '4' },
      { title: 'Changed', value: '61' },
      { title: 'As before', value: '178' },
      { title: 'Gone', value: '3' },
    ],
    sweptLine: '12 accounts are flagged now, 5 of them new.',
  },
  longest: {
    report: 1_234_567,
    figures: [
      { title: 'New', value: '12,345' },
      { title: 'Changed', value: '61,234' },
      { title: 'As before', value: '7,655' },
      { title: 'Moved here from another of your organisations', value: '312' },
      { title: 'Gone', value: '1,234' },
      { title: 'Not in the file, and kept as they are', value: '4,321' },
    ],
    sweptLine: '12,345 accounts are flagged now, 5,432 of them new.',
  },
  empty: { report: 0, figures: [], sweptLine: '' },
  hostile: {
    report: 1,
    figures: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    sweptLine: HOSTILE_MARKUP,
  },
} satisfies Record<string, ReportUsedCardData>;

import { WEEKLY_SUMMARY } from '../../feedback/weekly-summary.ts';
import type { Feature } from '../feature.ts';
import { FeedbackDialog } from './feedback-dialog.ts';
import { NOT_ASKED, WEEKLY, WEEKLY_START, WEEKLY_STOP } from './hears.ts';
import { owedSummaryCard } from './weekly-summary.ts';

const from = 'administrators';

export const feature: Feature = {
  id: 'feedback',
  title: 'What people think of answers',
  menu: [
    {
      title: 'How my answers did',
      detail: 'What was asked in the last 7 days, and what went wrong. No names.',
      say: 'weekly summary',
      for: 'administrators',
    },
  ],
  hears: [
    { says: NOT_ASKED, opens: 'feedback.notasked' },
    { says: WEEKLY, opens: 'feedback.weekly', from },
    { says: WEEKLY_STOP, opens: 'feedback.weeklyoff', from },
    { says: WEEKLY_START, opens: 'feedback.weeklyon', from },
  ],
  personal: ['feedback.weekly', 'feedback.weeklyoff', 'feedback.weeklyon'],
  create: (deps) => new FeedbackDialog(deps),
  owed: { [WEEKLY_SUMMARY]: owedSummaryCard },
};

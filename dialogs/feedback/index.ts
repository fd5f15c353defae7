import type { Feature } from '../feature.ts';
import { FeedbackDialog } from './feedback-dialog.ts';
import { NOT_ASKED } from './hears.ts';

export const feature: Feature = {
  id: 'feedback',
  title: 'What you think of answers',
  menu: [],
  hears: [{ says: NOT_ASKED, opens: 'feedback.notasked' }],
  create: (deps) => new FeedbackDialog(deps),
};

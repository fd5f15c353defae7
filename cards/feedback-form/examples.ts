import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { FeedbackFormCardData } from './feedback-form-card.ts';

export const examples = {
  default: {
    title: 'What was wrong?',
    reasons: [
      { title: 'It is not what I asked', value: 'not-asked' },
      { title: 'It is not right', value: 'not-right' },
      { title: 'It is out of date', value: 'out-of-date' },
      { title: 'It does not say enough', value: 'too-little' },
      { title: 'It is hard to follow', value: 'hard-to-follow' },
    ],
    kept: 'I count your answer without your name. Do not write names, passwords or patient details.',
    days: 90,
  },
  empty: {
    title: 'Good to know',
    reasons: [],
    kept: 'I count your answer without your name.',
    days: 90,
  },
  hostile: {
    title: HOSTILE_MARKUP,
    reasons: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    kept: HOSTILE_MARKUP,
    days: 90,
  },
} satisfies Record<string, FeedbackFormCardData>;

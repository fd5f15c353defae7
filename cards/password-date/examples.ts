import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PasswordDateCardData } from './password-date-card.ts';

export const examples = {
  default: {
    title: 'When your password runs out',
    question: 'When did you last change it?',
    help: 'Choose the day, or tell me in words, such as 3 March.',
    max: '2026-11-21',
  },
  longest: {
    title: 'When your password runs out, and reminders before that day',
    question: 'When did you last change it?',
    help: 'That day has not come yet. Choose the day, or tell me in words, such as 3 March or last week. Please only tell me the day.',
    max: '2026-11-21',
  },
  empty: { title: '', question: 'When?', help: '', max: '' },
  hostile: { title: HOSTILE_MARKUP, question: HOSTILE_MARKUP, help: HOSTILE_MARKUP, max: HOSTILE_MARKUP },
} satisfies Record<string, PasswordDateCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { QuestionCardData } from './question-card.ts';

export const examples = {
  default: {
    title: 'Check the toolkit',
    step: 'Question 2 of 3',
    question: 'Has your organisation published this year?',
    help: 'You can see it in the toolkit’s search, by name or by code.',
    options: [
      { title: 'Yes', value: 'yes' },
      { title: 'No', value: 'no' },
      { title: 'I am not sure', value: 'unsure' },
    ],
    verb: 'dspt.answer',
    tag: 'published',
  },
  longest: {
    title: 'Check the Data Security and Protection Toolkit (DSPT)',
    step: 'Question 3 of 3',
    question: 'Which of these does the toolkit’s public page show for your organisation?',
    help: 'Look up your organisation by its name or its Organisation Data Service (ODS) code. If you are one of several sites, look at the head office too: one publication can cover all of them.',
    options: [
      { title: 'Standards Exceeded', value: 'exceeded' },
      { title: 'Standards Met', value: 'met' },
      { title: 'Approaching Standards', value: 'approaching' },
      { title: 'Standards Not Met, or it has not published', value: 'not-met' },
      { title: 'Entry Level, which was last used in March 2021', value: 'entry' },
    ],
    verb: 'dspt.answer',
    tag: 'status',
  },
  empty: {
    title: '',
    step: '',
    question: 'Shall we go on?',
    help: '',
    options: [],
    verb: 'dspt.answer',
    tag: '',
  },
  hostile: {
    title: HOSTILE_MARKUP,
    step: HOSTILE_MARKUP,
    question: HOSTILE_MARKUP,
    help: HOSTILE_MARKUP,
    options: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    verb: 'dspt.answer',
    tag: HOSTILE_MARKUP,
  },
} satisfies Record<string, QuestionCardData>;

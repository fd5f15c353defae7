import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { TicketAnswerCardData } from './ticket-answer-card.ts';

const long = Array.from(
  { length: 12 },
  (_, at) =>
    `Line ${at + 1}: the shared mailbox of the rehabilitation ward cannot be opened by the three people who came back this week.`,
).join('\n');
const ticket = '0f8fad5b-d9cb-469f-a165-70867728950e';

export const examples = {
  default: {
    heading: 'An answer to your question 12',
    question: 'Can I share my calendar with the pharmacy next door?',
    problem: '',
    who: 'Sam Lee, Rosewood Care Home (VLAXL)',
    answer: 'Yes. Open your calendar and choose “Share”.\nType their address.',
    reply: '',
    standing: '',
    open: true,
    draft: '',
    ticket,
    seen: 1,
  },
  replied: {
    heading: 'An answer to your question 12',
    question: 'Can I share my calendar with the pharmacy next door?',
    problem: '',
    who: 'Sam Lee, Rosewood Care Home (VLAXL)',
    answer: 'Yes. Open your calendar and choose “Share”.',
    reply: 'Thank you. Do they need NHSmail for it?',
    standing: 'Sent.',
    open: true,
    draft: '',
    ticket,
    seen: 1,
  },
  longest: {
    heading: 'An answer to your question 10,204',
    question: long,
    problem: 'I hid a password in what you wrote. Check it, then send it again.',
    who: 'Bartholomew Featherstonehaugh-Cholmondeley, Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    answer: long,
    reply: long,
    standing: 'Closed. If you write back, it is opened again.',
    open: true,
    draft: long,
    ticket,
    seen: 11,
  },
  empty: {
    heading: 'An answer',
    question: '',
    problem: '',
    who: '',
    answer: '',
    reply: '',
    standing: '',
    open: false,
    draft: '',
    ticket: '',
    seen: 0,
  },
  hostile: {
    heading: HOSTILE_MARKUP,
    question: HOSTILE_MARKUP,
    problem: HOSTILE_MARKUP,
    who: HOSTILE_MARKUP,
    answer: HOSTILE_MARKUP,
    reply: HOSTILE_MARKUP,
    standing: HOSTILE_MARKUP,
    open: true,
    draft: HOSTILE_MARKUP,
    ticket: HOSTILE_MARKUP,
    seen: 1,
  },
} satisfies Record<string, TicketAnswerCardData>;

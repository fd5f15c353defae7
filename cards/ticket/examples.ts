import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { TicketCardData } from './ticket-card.ts';

const long = Array.from(
  { length: 12 },
  (_, at) =>
    `Line ${at + 1}: the shared mailbox of the rehabilitation ward cannot be opened by the three people who came back this week.`,
).join('\n');
const ticket = '0f8fad5b-d9cb-469f-a165-70867728950e';

export const examples = {
  default: {
    heading: 'Question 12',
    standing: 'Nobody has taken it yet.',
    problem: '',
    asker: 'Megan Bowen (megan.bowen@nhs.net)',
    question: 'Can I share my calendar with the pharmacy next door?',
    before: 'The sources I have do not answer this.',
    messages: [],
    open: true,
    free: true,
    draft: '',
    ticket,
  },
  answered: {
    heading: 'Question 12',
    standing: 'Sam Lee answered it.',
    problem: '',
    asker: 'Megan Bowen (megan.bowen@nhs.net)',
    question: 'Can I share my calendar with the pharmacy next door?',
    before: '',
    messages: [
      { who: 'Sam Lee answered', words: 'Yes. Use “Share” and type their address.', byHelper: true },
      { who: 'Megan Bowen wrote back', words: 'Thank you. Do they need NHSmail for it?', byHelper: false },
    ],
    open: true,
    free: false,
    draft: '',
    ticket,
  },
  closed: {
    heading: 'Question 12',
    standing: 'Closed.',
    problem: '',
    asker: 'Megan Bowen (megan.bowen@nhs.net)',
    question: 'Can I share my calendar with the pharmacy next door?',
    before: '',
    messages: [{ who: 'Sam Lee answered', words: 'Yes.', byHelper: true }],
    open: false,
    free: false,
    draft: '',
    ticket,
  },
  longest: {
    heading: 'Question 10,204',
    standing: 'Bartholomew Alexander Featherstonehaugh-Cholmondeley has taken it.',
    problem: 'Somebody wrote in the meantime. Read it, then send your answer again.',
    asker:
      'Bartholomew Alexander Featherstonehaugh-Cholmondeley (bartholomew.featherstonehaugh-cholmondeley17@rosewoodandoakleighcaregroup.nhs.net)',
    question: long,
    before: 'Clause 3.1.12: using your own devices. How long a password can be used.',
    messages: Array.from({ length: 7 }, (_, at) => ({
      who: at % 2 ? 'Bartholomew Featherstonehaugh-Cholmondeley wrote back' : 'Sam Lee answered',
      words: long,
      byHelper: at % 2 === 0,
    })),
    open: true,
    free: false,
    draft: long,
    ticket,
  },
  empty: {
    heading: 'Question',
    standing: '',
    problem: '',
    asker: '',
    question: '',
    before: '',
    messages: [],
    open: true,
    free: true,
    draft: '',
    ticket: '',
  },
  hostile: {
    heading: HOSTILE_MARKUP,
    standing: HOSTILE_MARKUP,
    problem: HOSTILE_MARKUP,
    asker: HOSTILE_MARKUP,
    question: HOSTILE_MARKUP,
    before: HOSTILE_MARKUP,
    messages: [{ who: HOSTILE_MARKUP, words: HOSTILE_MARKUP, byHelper: true }],
    open: true,
    free: true,
    draft: HOSTILE_MARKUP,
    ticket: HOSTILE_MARKUP,
  },
} satisfies Record<string, TicketCardData>;

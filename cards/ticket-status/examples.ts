import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { TicketStatusCardData } from './ticket-status-card.ts';

const long = Array.from(
  { length: 12 },
  (_, at) =>
    `Line ${at + 1}: the shared mailbox of the rehabilitation ward cannot be opened by the three people who came back this week.`,
).join('\n');
const ticket = '0f8fad5b-d9cb-469f-a165-70867728950e';

export const examples = {
  default: {
    heading: 'Your question 12',
    standing: 'Nobody has taken it yet.',
    detail: 'I sent it to the helpers of Rosewood Care Home (VLAXL). Their answer comes here.',
    question: 'Can I share my calendar with the pharmacy next door?',
    ring: 'If it cannot wait, ring the national NHSmail helpdesk: 0333 200 1133.',
    open: true,
    ticket,
  },
  closed: {
    heading: 'Your question 12',
    standing: 'Closed.',
    detail: 'You can still write back on the card with the answer.',
    question: 'Can I share my calendar with the pharmacy next door?',
    ring: '',
    open: false,
    ticket,
  },
  longest: {
    heading: 'Your question 10,204',
    standing: 'Bartholomew Alexander Featherstonehaugh-Cholmondeley has taken it.',
    detail:
      'I sent it to the helpers of Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL). Their answer comes here.',
    question: long,
    ring: 'If it cannot wait, ring the national NHSmail helpdesk: 0333 200 1133.',
    open: true,
    ticket,
  },
  empty: {
    heading: 'Your question',
    standing: '',
    detail: '',
    question: '',
    ring: '',
    open: false,
    ticket: '',
  },
  hostile: {
    heading: HOSTILE_MARKUP,
    standing: HOSTILE_MARKUP,
    detail: HOSTILE_MARKUP,
    question: HOSTILE_MARKUP,
    ring: HOSTILE_MARKUP,
    open: true,
    ticket: HOSTILE_MARKUP,
  },
} satisfies Record<string, TicketStatusCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { TicketFormCardData } from './ticket-form-card.ts';

const long = Array.from(
  { length: 12 },
  (_, at) =>
    `Line ${at + 1}: the shared mailbox of the rehabilitation ward cannot be opened by the three people who came back this week.`,
).join('\n');
const form = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ring = 'If it cannot wait, ring the national NHSmail helpdesk: 0333 200 1133.';

export const examples = {
  default: {
    goes: 'This goes to the helpers of Rosewood Care Home (VLAXL). Everybody in their Teams channel can read it, with your name and address.',
    problem: '',
    question: 'Can I share my calendar with the pharmacy next door?',
    before: 'I had no answer.',
    organisations: [{ name: 'Rosewood Care Home (VLAXL)', ods: 'VLAXL' }],
    ods: 'VLAXL',
    ring,
    form,
  },
  longest: {
    goes: 'This goes to the helpers of the organisation that you choose. Everybody in their Teams channel can read it, with your name and address.',
    problem: 'I hid a password in what you wrote. Check it, then send it again.',
    question: long,
    before: 'Clause 3.1.12: using your own devices. How long a password can be used.',
    organisations: Array.from({ length: 60 }, (_, at) => ({
      name: `Rosewood and Oakleigh Residential and Nursing Care Group Limited, house ${at} (VN${at})`,
      ods: `VN${at}`,
    })),
    ods: 'VN7',
    ring,
    form,
  },
  empty: { goes: '', problem: '', question: '', before: '', organisations: [], ods: '', ring: '', form: '' },
  hostile: {
    goes: HOSTILE_MARKUP,
    problem: HOSTILE_MARKUP,
    question: HOSTILE_MARKUP,
    before: HOSTILE_MARKUP,
    organisations: [
      { name: HOSTILE_MARKUP, ods: HOSTILE_MARKUP },
      { name: 'B', ods: 'B' },
    ],
    ods: HOSTILE_MARKUP,
    ring: HOSTILE_MARKUP,
    form: HOSTILE_MARKUP,
  },
} satisfies Record<string, TicketFormCardData>;

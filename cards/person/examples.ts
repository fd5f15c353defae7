import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PersonCardData } from './person-card.ts';

const helpdesk = {
  title: 'Ask a person',
  lead: '',
  helpdeskPhone: '0333 200 1133',
  helpdeskEmail: 'helpdesk@nhs.net',
  helpdeskHours: '24 hours a day, every day',
  sourceLine: 'NHSmail and DSPT slides, 2020',
};

export const examples = {
  default: {
    ...helpdesk,
    ask: 'Ask your organisation’s NHSmail Local Administrator first.',
    details: ['Your name and a phone number', 'Which account it is about', 'What happened, and when'],
  },
  longest: {
    ...helpdesk,
    title: 'Nobody has taken your question 10,204 yet',
    lead: 'It is still there, and somebody may answer it. If you do not want to wait, you can ring.',
    ask: 'Ask your local IT support team or your organisation’s NHSmail Local Administrator first. If your account is with the National Administration Service (NAS), go to the helpdesk.',
    details: [
      'Your name, your organisation and a phone number where they can reach you',
      'The address of each account it is about, your own and other people’s',
      'What you were doing, what you saw, and the words of any message on the screen',
      'Since when, and whether it happens on other computers and phones too',
    ],
  },
  empty: {
    title: 'Ask a person',
    lead: '',
    helpdeskPhone: '',
    helpdeskEmail: '',
    helpdeskHours: '',
    sourceLine: '',
    ask: '',
    details: [],
  },
  hostile: {
    title: HOSTILE_MARKUP,
    lead: HOSTILE_MARKUP,
    helpdeskPhone: HOSTILE_MARKUP,
    helpdeskEmail: HOSTILE_MARKUP,
    helpdeskHours: HOSTILE_MARKUP,
    sourceLine: HOSTILE_MARKUP,
    ask: HOSTILE_MARKUP,
    details: [HOSTILE_MARKUP],
  },
} satisfies Record<string, PersonCardData>;

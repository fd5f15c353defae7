import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { FactAnswerCardData } from './fact-answer-card.ts';

export const examples = {
  default: {
    title: 'How long a password must be',
    answer: 'At least 10 characters. You do not need a mix of character types.',
    steps: [],
    quote: 'Minimum length – 10 characters without requiring a mix of character types',
    sourceLine: 'NHSmail and DSPT slides, 2020',
    later: [{ text: 'No spaces are allowed.', source: 'NHSmail password policy page, 2023' }],
    links: [],
    ask: 'Ask your organisation’s NHSmail Local Administrator.',
    feature: 'password',
    entry: 'password/how-long-it-must-be',
  },
  longest: {
    title: 'When your account is locked or you forgot your password',
    answer:
      'You can choose a new password yourself if you have set up a way to prove who you are. That can be the Authenticator app, a text message or a phone call.',
    steps: [
      'Open the NHSmail Portal yourself. Do not follow a link from an email.',
      'Choose to unlock your account and follow what it asks. You will choose a new password.',
      'Wait two to three minutes, then change it on every phone and computer you use. An old one left on a phone locks the account again.',
      'If that does not work, phone your local IT support team or your Local Administrator.',
    ],
    quote: '',
    sourceLine: 'NHSmail password and account help pages, 2023',
    later: [
      {
        text: 'Multi-factor authentication (MFA) is needed by everyone, social care included.',
        source: 'Notice of the Hertfordshire Care Providers Association, not an NHS source, 2025',
      },
    ],
    links: [
      { title: 'Open the NHSmail Portal', url: 'https://portal.nhs.net' },
      { title: 'NHSmail support pages', url: 'https://support.nhs.net/' },
    ],
    ask: 'Ask the national NHSmail helpdesk: 0333 200 1133 or helpdesk@nhs.net, 24 hours a day.',
    feature: 'password',
  },
  empty: {
    title: 'Secure email',
    answer: 'NHSmail is secure and encrypted.',
    steps: [],
    sourceLine: 'NHSmail and DSPT slides, 2020',
    later: [],
    links: [],
    ask: '',
    feature: 'benefits',
  },
  hostile: {
    title: HOSTILE_MARKUP,
    answer: HOSTILE_MARKUP,
    steps: [HOSTILE_MARKUP],
    quote: HOSTILE_MARKUP,
    sourceLine: HOSTILE_MARKUP,
    later: [{ text: HOSTILE_MARKUP, source: HOSTILE_MARKUP }],
    links: [{ title: HOSTILE_MARKUP, url: 'https://portal.nhs.net' }],
    ask: HOSTILE_MARKUP,
    feature: HOSTILE_MARKUP,
    entry: HOSTILE_MARKUP,
  },
} satisfies Record<string, FactAnswerCardData>;

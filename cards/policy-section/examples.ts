import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PolicySectionCardData } from './policy-section-card.ts';

const sourceLine = 'NHSmail Acceptable Use Policy, undated; text copied 21 November 2026';

export const examples = {
  default: {
    number: '3.4',
    title: 'Your calendar',
    clauses: [
      {
        number: '3.4.1',
        title: 'Calendar settings',
        summary: 'Set your calendar as your organisation asks.',
      },
      {
        number: '3.4.2',
        title: 'Patient data in calendars',
        summary: 'Do not put patient data in appointments.',
      },
      {
        number: '3.4.3',
        title: 'Attachments in calendars',
        summary: 'They count towards your mailbox size.',
      },
    ],
    page: 1,
    pages: 1,
    sourceLine,
  },
  longest: {
    number: '3.1',
    title: 'General responsibilities when using NHSmail',
    clauses: [
      {
        number: '3.1.5',
        title: 'Keeping your password and security answers to yourself',
        summary:
          'Keep your password and security answers to yourself. Nobody will ask for them. Tell your Local Administrator if somebody may have got in.',
      },
      {
        number: '3.1.6',
        title: 'Viruses, spam and attachments you do not expect',
        summary: 'Leave it unopened and tell your local IT services. Report spam to spamreports@nhs.net.',
      },
      {
        number: '3.1.8',
        title: 'Private and public settings',
        summary: 'Use the private setting when you work with personal data of patients, staff or others.',
      },
      {
        number: '3.1.12',
        title: 'Using your own devices',
        summary: 'You need your organisation’s permission before you use your own phone, tablet or computer.',
      },
      {
        number: '3.1.13',
        title: 'Keeping your mailbox small',
        summary: 'Archive regularly. A full mailbox can stop you from sending and receiving.',
      },
    ],
    page: 2,
    pages: 3,
    sourceLine,
  },
  empty: { number: '3', title: 'Your responsibilities', clauses: [], page: 1, pages: 1, sourceLine },
  hostile: {
    number: HOSTILE_MARKUP,
    title: HOSTILE_MARKUP,
    clauses: [{ number: HOSTILE_MARKUP, title: HOSTILE_MARKUP, summary: HOSTILE_MARKUP }],
    page: 1,
    pages: 2,
    sourceLine: HOSTILE_MARKUP,
  },
} satisfies Record<string, PolicySectionCardData>;

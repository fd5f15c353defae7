import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { MenuCardData } from './menu-card.ts';

const items = [
  {
    title: 'Passwords and locked accounts',
    detail: 'Choose a new password, or get back in.',
    say: 'I need help with my password',
  },
  {
    title: 'Acceptable Use Policy',
    detail: 'What you may and may not do, with the clause.',
    say: 'Show me the policy',
  },
  {
    title: 'Data Security and Protection Toolkit',
    detail: 'What your organisation’s result means.',
    say: 'Are we Standards Met?',
  },
  {
    title: 'My account',
    detail: 'When it was last used, and when it is at risk.',
    say: 'How is my account?',
  },
];

export const examples = {
  default: { items, administrator: false },
  longest: {
    items: [
      ...items,
      {
        title: 'What NHSmail gives you',
        detail: 'Secure email, shared mailboxes, the directory and Microsoft Teams.',
        say: 'What are the benefits of NHSmail?',
      },
      {
        title: 'Accounts that need attention',
        detail: 'Which accounts of your organisation are close to being removed, and why.',
        say: 'Which of our accounts are inactive?',
      },
    ],
    administrator: true,
  },
  empty: { items: [], administrator: false },
  hostile: {
    items: [{ title: HOSTILE_MARKUP, detail: HOSTILE_MARKUP, say: HOSTILE_MARKUP }],
    administrator: true,
  },
} satisfies Record<string, MenuCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { NotCoveredCardData } from './not-covered-card.ts';

export const examples = {
  default: {
    title: 'WhatsApp',
    answer: 'The policy does not speak of WhatsApp.',
    ask: 'Ask your organisation’s information governance lead.',
    see: [{ title: 'Sensitive information in Teams (clause 4.3.4)', entry: 'aup/4.3.4' }],
  },
  longest: {
    title: 'How long a locked account stays locked before you can try again',
    answer:
      'None of the sources says how many wrong tries lock an account, or how long it stays locked. A number from somewhere else may be wrong.',
    ask: 'Ask the national NHSmail helpdesk: 0333 200 1133 or helpdesk@nhs.net, 24 hours a day.',
    see: [
      { title: 'When your account is locked or you forgot your password', entry: 'password/locked' },
      { title: 'Keeping your password and security answers to yourself (clause 3.1.5)', entry: 'aup/3.1.5' },
      { title: 'How long a password can be used', entry: 'password/expiry' },
    ],
  },
  empty: { title: 'I cannot answer that', answer: '', ask: '', see: [] },
  hostile: {
    title: HOSTILE_MARKUP,
    answer: HOSTILE_MARKUP,
    ask: HOSTILE_MARKUP,
    see: [{ title: HOSTILE_MARKUP, entry: HOSTILE_MARKUP }],
  },
} satisfies Record<string, NotCoveredCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { ChooseCardData } from './choose-card.ts';

export const examples = {
  default: {
    options: [
      {
        title: 'Using your own devices (clause 3.1.12)',
        detail: 'You need your organisation’s permission first.',
        entry: 'aup/3.1.12',
      },
      {
        title: 'Working abroad (clause 2.16)',
        detail: 'You need multi-factor authentication (MFA).',
        entry: 'aup/2.16',
      },
    ],
  },
  longest: {
    options: [
      {
        title: 'Checking that you write to the right person in Teams and in email (clause 3.2.5)',
        detail:
          'Two people can have the same name. Make sure by another way before you send anything sensitive.',
        entry: 'aup/3.2.5',
      },
      {
        title: 'When you have sent an email to the wrong person (clause 4.3.5)',
        detail: 'Tell your information governance lead, and ask the person to delete it.',
        entry: 'aup/4.3.5',
      },
      {
        title: 'Sending sensitive information outside NHSmail (clause 4.2)',
        detail: 'Write [secure] in the subject line when you are not sure that the other system is secure.',
        entry: 'aup/4.2',
      },
    ],
  },
  empty: { options: [] },
  hostile: { options: [{ title: HOSTILE_MARKUP, detail: HOSTILE_MARKUP, entry: HOSTILE_MARKUP }] },
} satisfies Record<string, ChooseCardData>;

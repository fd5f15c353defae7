import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { NotAskedCardData } from './not-asked-card.ts';

export const examples = {
  default: {
    options: [
      {
        title: 'Using your own devices (clause 3.1.12)',
        detail: 'You can use NHSmail on your own phone under your organisation’s rules.',
        entry: 'aup/3.1.12',
      },
      {
        title: 'A new phone',
        detail: 'Set up the Authenticator app again on the new phone.',
        entry: 'password/new-phone',
      },
    ],
    feature: 'aup',
  },
  empty: { options: [], feature: '' },
  hostile: {
    options: [{ title: HOSTILE_MARKUP, detail: HOSTILE_MARKUP, entry: HOSTILE_MARKUP }],
    feature: HOSTILE_MARKUP,
  },
} satisfies Record<string, NotAskedCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { ExpiredCardData } from './expired-card.ts';

export const examples = {
  default: { what: 'A newer report has been read since.', say: 'Which of our accounts are inactive?' },
  longest: {
    what: 'These warnings were proposed on 19 November 2026. A newer report has been read since, and the list of people may have changed.',
    say: 'Which of our accounts are inactive?',
  },
  empty: { what: '' },
  hostile: { what: HOSTILE_MARKUP, say: HOSTILE_MARKUP },
} satisfies Record<string, ExpiredCardData>;

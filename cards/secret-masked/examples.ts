import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { SecretMaskedCardData } from './secret-masked-card.ts';

export const examples = {
  default: {
    kinds: ['a password'],
    steps: [
      'Delete the message: hold it or point at it, then choose Delete.',
      'Change your password. Somebody else may have seen it.',
    ],
  },
  longest: {
    kinds: ['a password', 'a code', 'an answer to a security question', 'an NHS number'],
    steps: [
      'Delete the message: hold it or point at it, then choose Delete.',
      'Change your password in the NHSmail Portal. Somebody else may have seen it.',
      'Wait two to three minutes, then change it on every phone and computer you use.',
      'Tell your information governance lead that details of a patient were in a chat.',
    ],
  },
  empty: { kinds: [], steps: [] },
  hostile: { kinds: [HOSTILE_MARKUP], steps: [HOSTILE_MARKUP] },
} satisfies Record<string, SecretMaskedCardData>;

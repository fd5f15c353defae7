import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { SecretMaskedCardData } from './secret-masked-card.ts';

export const examples = {
  default: {
    kinds: ['a password'],
    steps: [
      'Delete your message in Teams. I have hidden it here, but Teams still shows it.',
      'If it is your password, change it now at portal.nhs.net.',
      'Tell your Local Administrator if somebody else may have seen it (policy clause 3.1.5).',
    ],
  },
  longest: {
    kinds: ['a password', 'a security answer', 'a sign-in code', 'an NHS number'],
    steps: [
      'Delete your message in Teams. I have hidden it here, but Teams still shows it.',
      'If it is your password, change it now at portal.nhs.net.',
      'Tell your Local Administrator if somebody else may have seen it (policy clause 3.1.5).',
      'Have your security answer or account secret reset. Ask your Local Administrator, or ring the helpdesk on 0333 200 1133.',
      'Do not share the code with anybody. If you did not ask for it, ignore it. It runs out by itself.',
      'Report it the way your organisation reports data breaches (policy clause 4.3.5).',
    ],
  },
  empty: { kinds: [], steps: [] },
  hostile: { kinds: [HOSTILE_MARKUP], steps: [HOSTILE_MARKUP] },
} satisfies Record<string, SecretMaskedCardData>;

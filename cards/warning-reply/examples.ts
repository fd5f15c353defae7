import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { WarningReplyCardData } from './warning-reply-card.ts';

export const examples = {
  default: {
    title: 'Megan Bowen says that they are leaving',
    address: 'megan.bowen@nhs.net',
    organisation: 'Rosewood Care Home (VLAXL)',
    text: 'Their account is due on 3 December 2026.',
    steps: [
      'Ask them on which day they leave.',
      'Open the account and mark the leaver. Then no more warnings go to them.',
    ],
    when: 'Said on 21 November 2026.',
  },
  longest: {
    title: 'Bartholomew Alexander Featherstonehaugh-Cholmondeley asks for help with a warning',
    address: 'bartholomew.featherstonehaugh-cholmondeley17@rosewoodandoakleighcaregroup.nhs.net',
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    text: 'Their account is due on 30 September 2027.',
    steps: [
      'Ask them what they need. They may not be able to log in.',
      'If they will be away for long, open the account and mark a planned absence.',
      'If they cannot log in, the NHSmail helpdesk helps on 0333 200 1133.',
    ],
    when: 'Said on 21 September 2027.',
  },
  empty: { title: '', address: '', organisation: '', text: '', steps: [], when: '' },
  hostile: {
    title: HOSTILE_MARKUP,
    address: HOSTILE_MARKUP,
    organisation: HOSTILE_MARKUP,
    text: HOSTILE_MARKUP,
    steps: [HOSTILE_MARKUP],
    when: HOSTILE_MARKUP,
  },
} satisfies Record<string, WarningReplyCardData>;

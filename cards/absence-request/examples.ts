import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AbsenceRequestCardData } from './absence-request-card.ts';

export const examples = {
  default: {
    name: 'Megan Bowen',
    address: 'megan.bowen@nhs.net',
    organisation: 'Rosewood Care Home (VLAXL)',
    askedOn: '21 November 2026',
    rule: 'A disabled account is kept for 18 months. It does not need to be used in that time.',
    ruleSource: 'NHSmail Local Administrator communication, 24 November 2022',
  },
  longest: {
    name: 'Bartholomew Alexander Featherstonehaugh-Cholmondeley',
    address: 'bartholomew.featherstonehaugh-cholmondeley17@rosewoodandoakleighcaregroup.nhs.net',
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    askedOn: '21 September 2026',
    rule: 'A disabled account is kept for 18 months. It does not need to be used in that time.',
    ruleSource: 'NHSmail Local Administrator communication, 24 November 2022',
  },
  empty: { name: '', address: '', organisation: '', askedOn: '', rule: '', ruleSource: '' },
  hostile: {
    name: HOSTILE_MARKUP,
    address: HOSTILE_MARKUP,
    organisation: HOSTILE_MARKUP,
    askedOn: HOSTILE_MARKUP,
    rule: HOSTILE_MARKUP,
    ruleSource: HOSTILE_MARKUP,
  },
} satisfies Record<string, AbsenceRequestCardData>;

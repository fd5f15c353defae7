import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AccessChangeCardData } from './access-change-card.ts';

const person = '0f8fad5b-d9cb-469f-a165-70867728950e';

export const examples = {
  default: {
    who: 'bola.ade@nhs.net',
    organisations: ['Rosewood Care Home (VLAXL)'],
    until: 'Until 31 March 2027',
    notes: [],
    ends: false,
    person,
    ods: 'VLAXL',
    day: '2027-03-31',
  },
  ending: {
    who: 'bola.ade@nhs.net',
    organisations: ['Rosewood Care Home (VLAXL)'],
    until: '',
    notes: ['They gave access to carys.lloyd@nhs.net. That ends too.'],
    ends: true,
    person,
    ods: 'VLAXL',
    day: '',
  },
  longest: {
    who: 'bartholomew.featherstonehaugh-cholmondeley@nhs.net',
    organisations: Array.from(
      { length: 14 },
      (_, at) => `Rosewood and Oakleigh Residential and Nursing Care Group Limited, house ${at} (VN${at})`,
    ),
    until: 'Until 30 September 2027',
    notes: ['They look after Rosewood Care Home (VLAXL) already. Nothing changes there.'],
    ends: false,
    person,
    ods: Array.from({ length: 14 }, (_, at) => `VN${at}`).join(','),
    day: '2027-09-30',
  },
  empty: {
    who: '',
    organisations: [],
    until: '',
    notes: [],
    ends: false,
    person: '',
    ods: '',
    day: '',
  },
  hostile: {
    who: HOSTILE_MARKUP,
    organisations: [HOSTILE_MARKUP],
    until: HOSTILE_MARKUP,
    notes: [HOSTILE_MARKUP],
    ends: false,
    person: HOSTILE_MARKUP,
    ods: HOSTILE_MARKUP,
    day: HOSTILE_MARKUP,
  },
} satisfies Record<string, AccessChangeCardData>;

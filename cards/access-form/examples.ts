import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AccessFormCardData } from './access-form-card.ts';

const fresh = { problem: '', address: '', ods: '', until: '', min: '2026-11-22', max: '', limit: '' };
const rosewood = { name: 'Rosewood Care Home', ods: 'VLAXL' };

export const examples = {
  default: { ...fresh, organisations: [rosewood, { name: 'Oakleigh Nursing Home', ods: 'VM195' }] },
  oneOrganisation: { ...fresh, organisations: [rosewood] },
  manyOrganisations: {
    ...fresh,
    organisations: Array.from({ length: 60 }, (_, at) => ({ name: `House ${at}`, ods: `VN${at}` })),
  },
  longest: {
    problem:
      'I do not know that address. Ask them to say "is my account at risk" to me once in Teams, and then try again.',
    address: 'bartholomew.featherstonehaugh-cholmondeley@nhs.net',
    ods: 'VN1,VN2,VN3',
    until: '2027-03-31',
    min: '2026-11-22',
    max: '2027-09-30',
    limit: 'Yours ends on 30 September 2027, so theirs cannot last longer.',
    organisations: Array.from({ length: 12 }, (_, at) => ({
      name: `Rosewood and Oakleigh Residential and Nursing Care Group Limited, house ${at}`,
      ods: `VN${at}`,
    })),
  },
  empty: { ...fresh, min: '', organisations: [] },
  hostile: {
    problem: HOSTILE_MARKUP,
    address: HOSTILE_MARKUP,
    ods: HOSTILE_MARKUP,
    until: HOSTILE_MARKUP,
    min: HOSTILE_MARKUP,
    max: HOSTILE_MARKUP,
    limit: HOSTILE_MARKUP,
    organisations: [
      { name: HOSTILE_MARKUP, ods: HOSTILE_MARKUP },
      { name: HOSTILE_MARKUP, ods: HOSTILE_MARKUP },
    ],
  },
} satisfies Record<string, AccessFormCardData>;

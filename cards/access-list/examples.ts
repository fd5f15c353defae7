import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AccessListCardData } from './access-list-card.ts';

const rosewood = { organisation: 'Rosewood Care Home (VLAXL)', ods: 'VLAXL' };
const person = '0f8fad5b-d9cb-469f-a165-70867728950e';

export const examples = {
  default: {
    rows: [
      {
        ...rosewood,
        who: 'amina.khan@nhs.net (you)',
        until: 'No end day',
        given: 'Given by the people who run this service',
        person: '',
      },
      {
        ...rosewood,
        who: 'bola.ade@nhs.net',
        until: 'Until 31 March 2027',
        given: 'Given by amina.khan@nhs.net',
        person,
      },
    ],
    range: '',
    previous: 0,
    next: 0,
  },
  longest: {
    rows: Array.from({ length: 6 }, (_, at) => ({
      organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
      ods: 'VLAXL',
      who: at === 3 ? '' : `bartholomew.featherstonehaugh-cholmondeley${at}@nhs.net`,
      until: 'Until 30 September 2027',
      given: 'Given by bartholomew.featherstonehaugh-cholmondeley@nhs.net',
      person,
    })),
    range: '7 to 12 of 40',
    previous: 1,
    next: 3,
  },
  empty: { rows: [], range: '', previous: 0, next: 0 },
  hostile: {
    rows: [
      {
        who: HOSTILE_MARKUP,
        organisation: HOSTILE_MARKUP,
        until: HOSTILE_MARKUP,
        given: HOSTILE_MARKUP,
        person: HOSTILE_MARKUP,
        ods: HOSTILE_MARKUP,
      },
    ],
    range: HOSTILE_MARKUP,
    previous: 0,
    next: 0,
  },
} satisfies Record<string, AccessListCardData>;

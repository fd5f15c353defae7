import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AutomaticWarningsCardData } from './automatic-warnings-card.ts';

const sendId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const lines = {
  organisation: 'Rosewood Care Home (VLAXL)',
  ods: 'VLAXL',
  hours: 'Monday to Friday, 9am to 5pm',
  profileLine: 'Rule: not used for 180 days. Source: NHSmail and DSPT slides, 2020',
  reportLine: 'From the report of 20 November 2026, 1 day old.',
};

export const examples = {
  default: {
    ...lines,
    isOn: false,
    done: '',
    lines: [
      'Nothing is sent until you turn them on.',
      '1 person would get a warning in Teams now. 1 person cannot be reached here.',
      'The first would go at 9am on 23 November 2026, the last by 9:01am that day.',
      'After that I look every day. Each person is warned once at each of these points: 60, 30, 14, 7 and 1 days before.',
    ],
    recipients: [
      {
        name: 'Alex Wilber',
        address: 'alex.wilber@nhs.net',
        why: 'Last used on 28 May 2026.',
        reach: 'in Teams',
      },
      {
        name: 'Priya Nair',
        address: 'priya.nair3@nhs.net',
        why: 'Last used on 4 June 2026.',
        reach: 'cannot be reached here',
      },
    ],
    more: 0,
    sendId,
  },
  on: {
    ...lines,
    isOn: true,
    done: 'Turned on.',
    lines: ['On since 21 November 2026.', '3 warnings go out today.'],
    recipients: [],
    more: 0,
    sendId: '',
  },
  longest: {
    ...lines,
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    hours: 'Monday, Tuesday, Wednesday, Friday, Saturday and Sunday, 11am to midnight',
    isOn: false,
    done: 'Turned off. 1,204 warnings that were planned are not sent.',
    lines: [
      'Nothing is sent until you turn them on.',
      '1,204 people would get a warning in Teams now. 311 people cannot be reached here.',
      'The first would go at 11am on 23 November 2026, the last by 11:31am that day.',
      'After that I look every day. Each person is warned once at each of these points: 60, 30, 14, 7 and 1 days before.',
    ],
    recipients: Array.from({ length: 12 }, (_, index) => ({
      name: 'Bartholomew Featherstonehaugh-Cholmondeley',
      address: `bartholomew.featherstonehaugh-cholmondeley${index + 1}@nhs.net`,
      why: `Last used on ${index + 4} June 2026.`,
      reach: index % 3 === 0 ? ('cannot be reached here' as const) : ('in Teams' as const),
    })),
    more: 1_503,
    sendId,
  },
  empty: {
    organisation: '',
    ods: '',
    isOn: false,
    done: '',
    lines: [],
    recipients: [],
    more: 0,
    hours: '',
    profileLine: '',
    reportLine: '',
    sendId: '',
  },
  hostile: {
    organisation: HOSTILE_MARKUP,
    ods: HOSTILE_MARKUP,
    isOn: false,
    done: HOSTILE_MARKUP,
    lines: [HOSTILE_MARKUP],
    recipients: [{ name: HOSTILE_MARKUP, address: HOSTILE_MARKUP, why: HOSTILE_MARKUP, reach: 'in Teams' }],
    more: 0,
    hours: HOSTILE_MARKUP,
    profileLine: HOSTILE_MARKUP,
    reportLine: HOSTILE_MARKUP,
    sendId: HOSTILE_MARKUP,
  },
} satisfies Record<string, AutomaticWarningsCardData>;

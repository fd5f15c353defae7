import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { WorkingHoursCardData } from './working-hours-card.ts';

const hours = Array.from({ length: 24 }, (_, hour) => ({ title: `${hour}:00`, value: String(hour) }));
const choices = {
  fromChoices: hours,
  untilChoices: hours,
  dayChoices: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
    (title, at) => ({ title, value: String(at + 1) }),
  ),
};

export const examples = {
  default: {
    ...choices,
    organisation: 'Rosewood Care Home (VLAXL)',
    ods: 'VLAXL',
    problem: '',
    from: '9',
    until: '17',
    weekdays: '1,2,3,4,5',
  },
  longest: {
    ...choices,
    organisation: 'Rosewood and Oakleigh Residential and Nursing Care Group Limited (VLAXL)',
    ods: 'VLAXL',
    problem: 'The hours end before they begin. Choose a later end.',
    from: '17',
    until: '9',
    weekdays: '1,2,3,4,5,6,7',
  },
  empty: {
    organisation: '',
    ods: '',
    problem: '',
    from: '',
    until: '',
    weekdays: '',
    fromChoices: [],
    untilChoices: [],
    dayChoices: [],
  },
  hostile: {
    organisation: HOSTILE_MARKUP,
    ods: HOSTILE_MARKUP,
    problem: HOSTILE_MARKUP,
    from: HOSTILE_MARKUP,
    until: HOSTILE_MARKUP,
    weekdays: HOSTILE_MARKUP,
    fromChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    untilChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    dayChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
  },
} satisfies Record<string, WorkingHoursCardData>;

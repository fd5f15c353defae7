import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { DigestChoiceCardData } from './digest-choice-card.ts';

const named = (titles: readonly string[]) => titles.map((title, at) => ({ title, value: String(at) }));
const choices = {
  everyChoices: [
    { title: 'Every day', value: 'day' },
    { title: 'Once a week', value: 'week' },
    { title: 'Never', value: 'off' },
  ],
  weekdayChoices: named(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']),
  hourChoices: named(Array.from({ length: 24 }, (_, hour) => `${hour}:00`)),
  zoneChoices: [
    { title: 'London', value: 'Europe/London' },
    { title: 'Lisbon', value: 'Europe/Lisbon' },
  ],
};

export const examples = {
  default: {
    ...choices,
    done: '',
    next: 'The next one comes at 8am on 23 November 2026.',
    every: 'week',
    weekday: '0',
    quietFrom: '18',
    quietUntil: '8',
    zone: 'Europe/London',
  },
  longest: {
    ...choices,
    done: 'I do not understand one of these. Please choose again.',
    next: 'No digest comes. Administrators without one do not hear who could not be reached.',
    every: 'off',
    weekday: '6',
    quietFrom: '0',
    quietUntil: '0',
    zone: 'Europe/Lisbon',
  },
  empty: {
    done: '',
    next: '',
    every: '',
    weekday: '',
    quietFrom: '',
    quietUntil: '',
    zone: '',
    everyChoices: [],
    weekdayChoices: [],
    hourChoices: [],
    zoneChoices: [],
  },
  hostile: {
    done: HOSTILE_MARKUP,
    next: HOSTILE_MARKUP,
    every: HOSTILE_MARKUP,
    weekday: HOSTILE_MARKUP,
    quietFrom: HOSTILE_MARKUP,
    quietUntil: HOSTILE_MARKUP,
    zone: HOSTILE_MARKUP,
    everyChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    weekdayChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    hourChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
    zoneChoices: [{ title: HOSTILE_MARKUP, value: HOSTILE_MARKUP }],
  },
} satisfies Record<string, DigestChoiceCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { MyDataCardData } from './my-data-card.ts';

const chat = {
  what: 'The address of our chat in Teams',
  why: 'Without it no warning and no reminder can reach you.',
  ends: '800 days after you were last here.',
  stays: '',
};

export const examples = {
  default: {
    intro: 'Only this chat shows it, and only to you.',
    kept: [
      chat,
      {
        what: 'What the last report of your organisation says about your account',
        why: 'You can be told before your account is removed.',
        ends: 'Until the next report of the organisation.',
        stays: 'it comes from your organisation, so ask your Local Administrator',
      },
    ],
    canDelete: true,
  },
  longest: {
    intro: 'Only this chat shows it, and only to you.',
    kept: Array.from({ length: 11 }, () => ({
      ...chat,
      stays: 'your organisation has to be able to show who was warned, and when',
    })),
    canDelete: true,
  },
  empty: { intro: 'I keep nothing about you yet.', kept: [], canDelete: false },
  hostile: {
    intro: HOSTILE_MARKUP,
    kept: [{ what: HOSTILE_MARKUP, why: HOSTILE_MARKUP, ends: HOSTILE_MARKUP, stays: HOSTILE_MARKUP }],
    canDelete: true,
  },
} satisfies Record<string, MyDataCardData>;

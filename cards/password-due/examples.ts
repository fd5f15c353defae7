import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PasswordDueCardData } from './password-due-card.ts';

const rule = {
  quote: 'Your new password can be used for up to 365 days.',
  sourceLine: 'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
};

export const examples = {
  default: {
    ...rule,
    headline: 'Your password runs out on 3 March 2027',
    daysLeft: '102 days left',
    counted: 'Counted from 3 March 2026.',
    later: [],
    offer: 'I can remind you here in Teams at 9am on these days:',
    reminders: ['13 February 2027, 18 days before', '2 March 2027, 1 day before'],
    changed: '2026-03-03',
    over: false,
  },
  longest: {
    ...rule,
    headline: 'Your password runs out on 24 September 2027',
    daysLeft: '307 days left',
    counted:
      'Counted from 22 November 2026, the earliest day that your words can mean. Choose the day if you know it.',
    later: [
      {
        text: 'NHSmail sends reminder emails 18, 10, 5, 2 and 1 days before your password expires.',
        source: 'NHSmail password policy page, NHSmail support site, reviewed 27 July 2023, 2023',
      },
    ],
    offer: 'I can remind you here in Teams at 9am on these days:',
    reminders: [
      '6 September 2027, 18 days before',
      '14 September 2027, 10 days before',
      '19 September 2027, 5 days before',
      '22 September 2027, 2 days before',
      '23 September 2027, 1 day before',
    ],
    changed: '2026-09-24',
    over: false,
  },
  over: {
    ...rule,
    headline: 'Your password ran out on 3 March 2026',
    daysLeft: '263 days ago',
    counted: 'Counted from 3 March 2025.',
    later: [],
    offer: '',
    reminders: [],
    changed: '2025-03-03',
    over: true,
  },
  empty: {
    headline: 'Today',
    daysLeft: '',
    counted: '',
    quote: '',
    sourceLine: '',
    later: [],
    offer: '',
    reminders: [],
    changed: '',
    over: false,
  },
  hostile: {
    headline: HOSTILE_MARKUP,
    daysLeft: HOSTILE_MARKUP,
    counted: HOSTILE_MARKUP,
    quote: HOSTILE_MARKUP,
    sourceLine: HOSTILE_MARKUP,
    later: [{ text: HOSTILE_MARKUP, source: HOSTILE_MARKUP }],
    offer: HOSTILE_MARKUP,
    reminders: [HOSTILE_MARKUP],
    changed: HOSTILE_MARKUP,
    over: false,
  },
} satisfies Record<string, PasswordDueCardData>;

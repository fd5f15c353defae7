import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { DsptReminderCardData } from './dspt-reminder-card.ts';

export const examples = {
  default: {
    headline: 'The toolkit is due in 30 days',
    date: '30 June 2027, 30 days left',
    source: 'dsptoolkit.nhs.uk since 2021. The 2020 slides say 31 March',
    why: 'You asked for this reminder.',
  },
  longest: {
    headline: 'The Data Security and Protection Toolkit (DSPT) is due tomorrow',
    date: '30 June 2027, 1 day left',
    source: 'dsptoolkit.nhs.uk since 2021. The 2020 slides say 31 March',
    why: 'An administrator turned these reminders on for the administrators of Willowbrook House (A9X4).',
  },
  empty: { headline: 'The toolkit is due', date: '', source: '', why: '' },
  hostile: {
    headline: HOSTILE_MARKUP,
    date: HOSTILE_MARKUP,
    source: HOSTILE_MARKUP,
    why: HOSTILE_MARKUP,
  },
} satisfies Record<string, DsptReminderCardData>;

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { DsptRemindersCardData } from './dspt-reminders-card.ts';

export const examples = {
  default: {
    headline: 'I will remind you 5 times',
    text: 'Each reminder comes in our private chat.',
    dates: ['1 April 2027', '31 May 2027', '16 June 2027', '23 June 2027', '29 June 2027'],
    deadline: '30 June 2027, 221 days left',
    source: 'dsptoolkit.nhs.uk since 2021. The 2020 slides say 31 March',
    organisations: [],
  },
  longest: {
    headline: 'The administrators of Willowbrook House and Domiciliary Services Limited will be reminded',
    text: '12 people who administer this organisation will get each reminder in their private chat. Each of them can stop their own.',
    dates: ['1 April 2027', '31 May 2027', '16 June 2027', '23 June 2027', '29 June 2027'],
    deadline: '30 June 2027, 221 days left',
    source: 'dsptoolkit.nhs.uk since 2021. The 2020 slides say 31 March',
    organisations: [
      { name: 'Willowbrook Care (head office)', ods: 'A9X4' },
      { name: 'Willowbrook House and Domiciliary Services Limited', ods: 'C8T2' },
      { name: 'Willowbrook Care at Home', ods: '123456789' },
    ],
  },
  empty: {
    headline: 'The reminders are stopped',
    text: '',
    dates: [],
    deadline: '',
    source: '',
    organisations: [],
  },
  hostile: {
    headline: HOSTILE_MARKUP,
    text: HOSTILE_MARKUP,
    dates: [HOSTILE_MARKUP],
    deadline: HOSTILE_MARKUP,
    source: HOSTILE_MARKUP,
    organisations: [{ name: HOSTILE_MARKUP, ods: HOSTILE_MARKUP }],
  },
} satisfies Record<string, DsptRemindersCardData>;

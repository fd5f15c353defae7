import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { AccountReminderCardData } from './account-reminder-card.ts';

export const examples = {
  default: { name: 'Alex Wilber', address: 'alex.wilber@nhs.net' },
  longest: {
    name: 'Bartholomew Featherstonehaugh-Cholmondeley',
    address: 'bartholomew.featherstonehaugh-cholmondeley@nhs.net',
  },
  empty: { name: '', address: '' },
  hostile: { name: HOSTILE_MARKUP, address: HOSTILE_MARKUP },
} satisfies Record<string, AccountReminderCardData>;

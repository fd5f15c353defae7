import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { ReminderListCardData } from './reminder-list-card.ts';

const about = 'Your NHSmail password runs out on 3 March 2027.';

export const examples = {
  default: {
    title: 'Your reminders',
    text: 'They come here, in Teams.',
    reminders: [
      { when: '13 February 2027 at 9am', about },
      { when: '2 March 2027 at 9am', about },
    ],
  },
  longest: {
    title: 'I will remind you',
    text: 'They come here, in Teams. Your earlier reminders are cancelled. Say "cancel my reminders" when you no longer want them.',
    reminders: ['13 February', '21 February', '26 February', '1 March', '2 March'].map((day) => ({
      when: `${day} 2027 at 9am`,
      about,
    })),
  },
  empty: { title: 'You have no reminders', text: '', reminders: [] },
  hostile: {
    title: HOSTILE_MARKUP,
    text: HOSTILE_MARKUP,
    reminders: [{ when: HOSTILE_MARKUP, about: HOSTILE_MARKUP }],
  },
} satisfies Record<string, ReminderListCardData>;

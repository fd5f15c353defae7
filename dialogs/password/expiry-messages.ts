/** Words on when a password runs out, and of its reminders. */

export const ASK_DAY = {
  title: 'When your password runs out',
  question: 'When did you last change it?',
  help: 'Choose the day, or tell me in words, such as 3 March or last week. I only need the day.',
};

export const DAY_PROBLEMS = {
  future: 'That day has not come yet.',
  'too-old': 'That day is too long ago.',
  'no-such-day': 'There is no such day.',
  unread: 'I could not read a day in that.',
};

export const OFFER = 'I can remind you here in Teams at 9am. These days are still to come:';
/** In a group nobody is reminded: it is their own matter. */
export const OFFER_IN_PERSON = 'Ask me in your own chat with me if you want reminders.';

export const LIST = {
  planned: {
    title: 'I will remind you',
    text: 'Reminders come here, in Teams. Say "cancel my reminders" when you no longer want them.',
  },
  replaced: {
    title: 'I will remind you',
    text: 'These take the place of your earlier reminders. Say "cancel my reminders" when you no longer want them.',
  },
  listed: { title: 'Your reminders', text: 'They come here, in Teams.' },
  none: { title: 'You have no reminders', text: 'I can remind you before your password runs out.' },
  past: {
    title: 'There is nothing left to remind you of',
    text: 'The days for reminders have passed. Change your password now, while you can still sign in.',
  },
};

export function cancelled(count: number) {
  return {
    title: count === 1 ? 'Your reminder is cancelled' : `Your ${count} reminders are cancelled`,
    text: 'I will not write to you about this. NHSmail still sends its own emails before a password expires.',
    buttons: [{ title: 'Menu', say: 'menu' }],
  };
}

export const NO_REMINDERS = {
  title: 'All right',
  text: 'I will not remind you. You can ask me again at any time.',
  buttons: [{ title: 'Menu', say: 'menu' }],
};

export const ONLY_IN_PERSON = {
  title: 'Please ask me in your own chat',
  text: 'Reminders are only for you, so I show them in your own chat with me.',
  buttons: [],
};

export function reminderWords(daysBefore: string) {
  return `You asked me to tell you ${daysBefore} before. Change it while you can still sign in. If the day has passed, you may have to choose a new one when you sign in.`;
}

import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { MessageCardData } from './message-card.ts';

export const examples = {
  default: {
    title: 'Nothing has been sent',
    text: 'The warnings are cancelled.',
    buttons: [{ title: 'Menu', say: 'Menu' }],
  },
  longest: {
    title: 'I cannot help with anything clinical',
    text: 'I am an automated assistant for NHSmail and I know nothing about patients’ care.\n\nAsk a clinician in your team. In an emergency call 999. For urgent advice call 111.',
    buttons: [
      { title: 'Passwords and locked accounts', say: 'I need help with my password' },
      { title: 'Acceptable Use Policy', say: 'Show me the policy' },
      { title: 'My account', say: 'How is my account?' },
      { title: 'Menu', say: 'Menu' },
    ],
  },
  empty: { title: '', text: 'Hello.', buttons: [] },
  hostile: {
    title: HOSTILE_MARKUP,
    text: HOSTILE_MARKUP,
    buttons: [{ title: HOSTILE_MARKUP, say: HOSTILE_MARKUP }],
  },
} satisfies Record<string, MessageCardData>;

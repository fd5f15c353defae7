import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { WelcomeCardData } from './welcome-card.ts';

export const examples = {
  default: {
    howToAsk: 'Type a question in your own words at any time.',
    suggestions: [
      { title: 'Ask about the policy', say: 'What does the policy say about my own phone?' },
      { title: 'Password help', say: 'I need help with my password' },
      { title: 'Check my account', say: 'How is my account?' },
    ],
  },
  longest: {
    howToAsk: 'Type a question in your own words at any time.',
    suggestions: [
      { title: 'Ask about the Acceptable Use Policy', say: 'What does the policy say about my own phone?' },
      { title: 'Help with a password or a locked account', say: 'I need help with my password' },
      { title: 'Check how long my account will be kept', say: 'How is my account?' },
      { title: 'Check my organisation in the toolkit', say: 'Are we Standards Met?' },
    ],
  },
  empty: { howToAsk: '', suggestions: [] },
  hostile: { howToAsk: HOSTILE_MARKUP, suggestions: [{ title: HOSTILE_MARKUP, say: HOSTILE_MARKUP }] },
} satisfies Record<string, WelcomeCardData>;

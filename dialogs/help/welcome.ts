/** The first thing a person sees. */
import type { Card } from '../../cards/adaptive-card.ts';
import { welcomeCard } from '../../cards/welcome/welcome-card.ts';
import type { Turn } from '../turn.ts';

const FOR_EVERYBODY = [
  { title: 'Can I use my own phone?', say: 'can I use my own phone for nhsmail' },
  { title: 'Password rules', say: 'how long must my password be' },
];

/** In a group nothing is offered that belongs in a chat of one's own. */
export function welcome(scope: Turn['scope']): Card {
  return scope === 'personal'
    ? welcomeCard({
        howToAsk: 'Type a question in your own words at any time.',
        suggestions: [...FOR_EVERYBODY, { title: 'Is my account at risk?', say: 'is my account at risk' }],
      })
    : welcomeCard({
        howToAsk:
          'Mention me and ask in your own words. I read only messages that mention me. What is about you, ask me in our own chat.',
        suggestions: [...FOR_EVERYBODY, { title: 'What the policy says', say: 'show me the policy' }],
      });
}

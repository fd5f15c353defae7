/** The first thing a person sees. */
import type { Card } from '../../cards/adaptive-card.ts';
import { welcomeCard } from '../../cards/welcome/welcome-card.ts';

export function welcome(): Card {
  return welcomeCard({
    suggestions: [
      { title: 'Can I use my own phone?', say: 'can I use my own phone for nhsmail' },
      { title: 'Password rules', say: 'how long must my password be' },
      { title: 'Is my account at risk?', say: 'is my account at risk' },
    ],
  });
}

/** Something secret was typed: what to do now, without ever repeating it. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface SecretMaskedCardData {
  /** Kinds only, for example `a password`. Never what was typed. */
  kinds: string[];
  steps: string[];
}

const render = cardFrom(import.meta.url, 'Please look at your last message');
const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export function secretMaskedCard(data: SecretMaskedCardData): Card {
  return render({ steps: data.steps, what: inWords.format(data.kinds) || 'something private' });
}

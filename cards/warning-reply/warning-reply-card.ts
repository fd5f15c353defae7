/** Tells an administrator what somebody answered to a warning, and leads to where it can be decided. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface WarningReplyCardData {
  /** What they said, with their name. */
  title: string;
  address: string;
  organisation: string;
  text: string;
  /** What can be done, a step each. */
  steps: string[];
  /** When it was said, or empty text. */
  when: string;
}

const render = cardFrom(import.meta.url, 'An answer to a warning');

export function warningReplyCard(data: WarningReplyCardData): Card {
  return render({ ...data });
}

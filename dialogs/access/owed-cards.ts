/** The card that tells somebody that they were given access. Its data comes from our own ledger. */
import type { Card } from '../../cards/adaptive-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { givenToYou } from './messages.ts';

/** The kind under which it stands in the ledger. */
export const ACCESS_GIVEN = 'access-given';

export interface AccessGiven {
  organisations: string[];
  /** As `Until 31 March 2027.` */
  until: string;
}

export function accessGivenCard(content: Readonly<Record<string, unknown>>): Card {
  return messageCard(givenToYou(content as unknown as AccessGiven));
}

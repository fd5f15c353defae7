/** The Adaptive Card as these cards know it: version 1.5 at most, the newest that Teams shows from a bot. */

export type CardNode = { [key: string]: CardValue };
export type CardValue = string | number | boolean | null | CardValue[] | CardNode;

export interface AdaptiveCard extends CardNode {
  type: 'AdaptiveCard';
  version: string;
  /** What a client that cannot draw cards shows, and what a screen reader may read first. */
  fallbackText: string;
  body: CardNode[];
}

/** A card, and the line that its notification shows. The line gives nothing away: no name, no account. */
export interface Card {
  content: AdaptiveCard;
  summary: string;
}

/** A status as the toolkit publishes it: its words, its edition, its level, and the 2020 slides' stage if it is one. */

export const PUBLISHED_LEVELS = [
  'standards-exceeded',
  'standards-met',
  'approaching-standards',
  'standards-not-met',
  'plan-agreed',
  'entry-level',
  'not-published',
  'unknown',
] as const;
/** `unknown` is a status in words that we have not seen before. */
export type PublishedLevel = (typeof PUBLISHED_LEVELS)[number];

export interface PublishedStatus {
  /** As the toolkit writes it: `22/23 Standards Met`. */
  words: string;
  /** `22/23`, or empty text when the status names none. */
  edition: string;
  level: PublishedLevel;
}

const EDITION = /^(?:20)?(\d\d)\s*[/-]\s*(?:20)?(\d\d)\s+/;

/** Seen in public status data of 2019 to 2023. */
const LEVELS: Readonly<Record<string, PublishedLevel>> = {
  'standards exceeded': 'standards-exceeded',
  'standards met': 'standards-met',
  'approaching standards': 'approaching-standards',
  'standards not met': 'standards-not-met',
  'standards not fully met (plan agreed)': 'plan-agreed',
  'entry level': 'entry-level',
  'not published': 'not-published',
};

export function readPublishedStatus(text: string): PublishedStatus {
  const words = text.trim().replace(/\s+/g, ' ');
  const [prefix = '', from = '', to = ''] = EDITION.exec(words) ?? [];
  const level = LEVELS[words.slice(prefix.length).toLowerCase()] ?? 'unknown';
  return { words, edition: prefix && `${from}/${to}`, level };
}

export type DeckStage = 'entry-level' | 'standards-met';

/** The 2020 slides know two stages. Standards Exceeded and the others are not in them, so they map to none. */
export function deckStageOf(level: PublishedLevel): DeckStage | undefined {
  return level === 'entry-level' || level === 'standards-met' ? level : undefined;
}

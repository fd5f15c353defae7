/** What people typed, as rows of a card: each line is a block of its own, up to so many that Teams takes the card. */
import type { Card } from './adaptive-card.ts';

export interface Said {
  who: string;
  words: string;
  /** A helper said it. */
  byHelper: boolean;
}

/** Messages. */
const SHOWN = 4;
/** Of one text. A block costs more than what stands in it. */
const MOST_LINES = 40;
/**
 * The documentation of Teams gives 28 KB for a webhook's message, and 40 KB or 100 KB for a bot's: the smallest counts,
 * with room for what goes around the card.
 */
const MOST_BYTES = 20 * 1024;

/** Of more lines than can be shown, neighbours share one. Nothing is left out. */
export function textLines(text: string): string[] {
  const lines = text
    .toWellFormed()
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
  const together = Math.ceil(lines.length / MOST_LINES);
  if (together <= 1) return lines;
  return Array.from({ length: Math.ceil(lines.length / together) }, (_, at) =>
    lines.slice(at * together, (at + 1) * together).join(' '),
  );
}

/** Leaves out earlier messages until the card is small enough. The last one always stands there: it is answered. */
export function cardWithMessages(
  messages: readonly Said[],
  make: (rows: ReturnType<typeof saidRows>) => Card,
): Card {
  for (let shown = SHOWN; ; shown--) {
    const card = make(saidRows(messages, shown));
    if (shown <= 1 || Buffer.byteLength(JSON.stringify(card.content)) <= MOST_BYTES) return card;
  }
}

/** The last of what was said, and a line that tells of the rest. */
function saidRows(messages: readonly Said[], shown: number) {
  const more = messages.length - shown;
  return {
    earlier: more > 0 ? `${more} earlier ${more === 1 ? 'message is' : 'messages are'} not shown.` : '',
    messages: messages.slice(-shown).map(({ who, words, byHelper }) => ({
      who,
      lines: textLines(words),
      tone: byHelper ? 'accent' : 'emphasis',
    })),
  };
}

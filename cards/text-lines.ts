/** What people typed, as rows of a card: each line is a block of its own. */

export interface Said {
  who: string;
  words: string;
  /** A helper said it. */
  byHelper: boolean;
}

/** The card has to stay small enough for Teams. */
const SHOWN = 4;

export function textLines(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

/** The last of what was said, and a line that tells of the rest. */
export function saidRows(messages: readonly Said[]) {
  const more = messages.length - SHOWN;
  return {
    earlier: more > 0 ? `${more} earlier ${more === 1 ? 'message is' : 'messages are'} not shown.` : '',
    messages: messages.slice(-SHOWN).map(({ who, words, byHelper }) => ({
      who,
      lines: textLines(words),
      tone: byHelper ? 'accent' : 'emphasis',
    })),
  };
}

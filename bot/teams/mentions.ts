/**
 * Who is mentioned in a message. Teams writes `<at>Name</at>` into the text and says in `entities` which mention it is:
 * "Channel and group chat conversations with a bot" of the Teams documentation
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations).
 */
import { z } from 'zod';

const MOST = 50;
const mention = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string() }),
  text: z.string().min(1).max(500).optional(),
});

export interface Mentions {
  /** The message without the assistant's name. Other people's names stay, without the marks around them. */
  text: string;
  /** Whether the assistant is among those mentioned. */
  mentioned: boolean;
}

/** @param entities as Teams sent them. What is no mention is passed over. */
export function readMentions(text: string, entities: unknown, botId: string): Mentions {
  const mentions = (Array.isArray(entities) ? entities.slice(0, MOST) : []).flatMap((each) => {
    const read = mention.safeParse(each);
    return read.success ? [read.data] : [];
  });
  let rest = text;
  for (const { mentioned, text: marked } of mentions) {
    if (!marked) continue;
    const name = mentioned.id === botId ? ' ' : (/^<at[^>]*>(.*)<\/at>$/.exec(marked)?.[1] ?? marked);
    rest = rest.replaceAll(marked, () => name);
  }
  return {
    text: rest.replace(/&nbsp;|\u00a0/g, ' ').trim(),
    mentioned: mentions.some(({ mentioned }) => mentioned.id === botId),
  };
}

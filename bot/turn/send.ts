/** Step 7: the buffered reply becomes activities. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/adaptive-card.ts';
import type { Reply, TurnOutcome } from '../../dialogs/turn.ts';
import type { Incoming } from '../teams/incoming.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';
const NOT_IMPLEMENTED = 501;

/** A message that Teams took, and the reply that it holds. */
export interface Sent {
  reply: Reply;
  /** The id that Teams gave it. */
  activityId: string;
}

/** Sends every reply; an invoke gets its response too, with the card that takes the old one's place. */
export async function send(
  context: TurnContext,
  incoming: Incoming,
  replies: readonly Reply[],
): Promise<Sent[]> {
  const inPlace =
    incoming.invoke && !incoming.answersOffer
      ? replies.find((reply) => reply.inPlace && reply.card)
      : undefined;
  const messages = replies.filter((reply) => reply !== inPlace).flatMap(partsOf);
  const taken = messages.length > 0 ? await context.sendActivities(messages.map(toActivity)) : [];
  if (incoming.answersOffer) await endOffer(context);
  else if (incoming.invoke) await context.sendActivity(invokeResponse(inPlace?.card));
  return messages.map((reply, at) => ({ reply, activityId: taken[at]?.id ?? '' }));
}

/**
 * Teams parts a text and a card into two messages, and then gives no id that is good for anything: sent apart, the
 * thumbs are under the card, and what is said with them is about a message that is known.
 */
function partsOf({ text, citation, ...rest }: Reply): Reply[] {
  const said = { ...(text && { text }), ...(citation && { citation }) };
  return text && rest.card ? [said, rest] : [{ ...said, ...rest }];
}

/** Takes the card of the offer away, so that it is not pressed again. That may fail: then it is pressed in vain. */
async function endOffer(context: TurnContext): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
  const { replyToId } = context.activity;
  if (replyToId) await context.deleteActivity(replyToId).catch(() => undefined);
}

/** A card as a message that Teams can notify about: `summary` says more than "sent a card" and gives nothing away. */
export function toActivity(reply: Reply): Partial<Activity> {
  const { card, text, citation } = reply;
  return {
    type: ActivityTypes.Message,
    ...(card && { summary: card.summary, attachments: [{ contentType: CARD_TYPE, content: card.content }] }),
    ...fileActivity(reply),
    ...(text && { text, textFormat: 'plain' }),
    // "Add user feedback controls to agent messages" of the Teams documentation: thumbs, and a form of our own.
    ...(reply.rated && { channelData: { feedbackLoop: { type: 'custom' } } }),
    ...(citation && {
      entities: [
        {
          type: 'https://schema.org/Message',
          '@type': 'Message',
          '@context': 'https://schema.org',
          citation: [
            {
              '@type': 'Claim',
              position: 1,
              appearance: {
                '@type': 'DigitalDocument',
                name: citation.name.slice(0, 80),
                abstract: citation.abstract.slice(0, 160),
                ...(citation.url && { url: citation.url }),
              },
            },
          ],
        },
      ],
    }),
  };
}

/** @see "Send and receive files using bots" of the Teams documentation. */
function fileActivity({ fileConsent, file }: Reply): Partial<Activity> {
  if (fileConsent) {
    const { name, description, sizeInBytes, verb, data } = fileConsent;
    const context = { ...data, verb };
    const content = { description, sizeInBytes, acceptContext: context, declineContext: context };
    return {
      summary: 'A file for you',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content }],
    };
  }
  if (!file) return {};
  const { name, contentUrl, uniqueId, fileType } = file;
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  return {
    summary: 'Your file is ready',
    attachments: [{ contentType, contentUrl, name, content: { uniqueId, fileType } }],
  };
}

function invokeResponse(card: Card | undefined): Partial<Activity> {
  const body = card
    ? { statusCode: 200, type: CARD_TYPE, value: card.content }
    : { statusCode: 200, type: MESSAGE_TYPE, value: 'The answer is below.' };
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body } };
}

/** An invoke that this assistant does not know is said to be so. */
export async function sendUnknownInvoke(context: TurnContext): Promise<TurnOutcome & { masked: boolean }> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: NOT_IMPLEMENTED } });
  return { feature: 'none', outcome: 'answered', clauses: [], entries: [], masked: false };
}

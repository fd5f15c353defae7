/** Step 7: the buffered reply becomes activities. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/adaptive-card.ts';
import type { Reply, TurnOutcome } from '../../dialogs/turn.ts';
import type { Incoming } from '../teams/incoming.ts';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';
const NOT_IMPLEMENTED = 501;

/** Sends every reply; an invoke gets its response too, with the card that takes the old one's place. */
export async function send(
  context: TurnContext,
  incoming: Incoming,
  replies: readonly Reply[],
): Promise<void> {
  const inPlace = incoming.invoke ? replies.find((reply) => reply.inPlace && reply.card) : undefined;
  const activities = replies.filter((reply) => reply !== inPlace).map(toActivity);
  if (activities.length > 0) await context.sendActivities(activities);
  if (incoming.invoke) await context.sendActivity(invokeResponse(inPlace?.card));
}

/** A card as a message that Teams can notify about: `summary` says more than "sent a card" and gives nothing away. */
export function toActivity(reply: Reply): Partial<Activity> {
  const { card, text, citation } = reply;
  return {
    type: ActivityTypes.Message,
    ...(card && { summary: card.summary, attachments: [{ contentType: CARD_TYPE, content: card.content }] }),
    ...(text && { text, textFormat: 'plain' }),
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

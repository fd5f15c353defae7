/** Tells an administrator that their channel for questions is no longer used. Its data comes from our own ledger. */
import type { Card } from '../../cards/adaptive-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import type { ChannelGivenUp } from '../../tickets/tell-administrators.ts';
import { channelGivenUp } from './messages.ts';

export function channelGivenUpCard(content: Readonly<Record<string, unknown>>): Card {
  const { organisation, why } = content as ChannelGivenUp;
  return messageCard(channelGivenUp(organisation, why));
}

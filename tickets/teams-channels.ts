/** What Teams itself says of a channel and of who writes in it. `bot/` implements it. */

/** A channel, by Teams' own ids. */
export interface ChannelPlace {
  tenantId: string;
  conversationId: string;
  teamId: string;
}

export interface ChannelFacts {
  kind: 'standard' | 'private' | 'shared' | 'unknown';
  /** Whether anybody in the team is a guest, or of another tenant. */
  hasGuests: boolean;
}

export interface ChannelMember {
  standing: 'member' | 'guest' | 'stranger';
  /** As Teams shows it; empty for a stranger. */
  name: string;
}

export interface TeamsChannels {
  /** @returns undefined when Teams cannot be asked now. */
  look(channel: ChannelPlace): Promise<ChannelFacts | undefined>;
  /** @param memberId of the person in this channel. @returns undefined when Teams cannot be asked now. */
  member(channel: ChannelPlace, memberId: string): Promise<ChannelMember | undefined>;
}

export type Unfit = 'not-standard' | 'guests';

/** Tickets are read by all who read the channel, so it has to be one of the organisation's own people only. */
export function whyUnfit({ kind, hasGuests }: ChannelFacts): Unfit | undefined {
  if (kind !== 'standard') return 'not-standard';
  return hasGuests ? 'guests' : undefined;
}

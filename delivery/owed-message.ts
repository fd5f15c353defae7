/** The words of the ledger: one message to one person for one reason, and where it stands. */

export const OWED_STATES = [
  'planned',
  'sending',
  'sent',
  'retrying',
  'failed',
  'ambiguous',
  'cancelled',
] as const;
export type OwedState = (typeof OWED_STATES)[number];

/** In these states nothing more will be done. */
export const SETTLED_STATES = ['sent', 'failed', 'cancelled'] as const satisfies OwedState[];

/** A message is tried this often in all, whatever went wrong each time. */
export const MAX_ATTEMPTS = 5;

export interface Recipient {
  tenantId: string;
  aadObjectId: string;
}

/** What a card needs; its shape belongs to the kind. */
export type Content = Record<string, unknown>;

export interface NewOwedMessage {
  sendId?: string;
  /** The same reason is never owed twice. */
  reasonKey: string;
  kind: string;
  to: Recipient;
  content: Content;
  /** Not sent before this moment. */
  notBefore: Date;
  /** The organisation on whose behalf it is sent: sends share the rate by it. Absent for a person's own reminders. */
  organisation?: string;
  /** Goes before what is not urgent, of whichever organisation. */
  urgent?: boolean;
  /** The conversation it goes to, such as a channel. Absent for the person's own chat. */
  conversationId?: string;
  target?: Target;
  /** Organisations that the person has to administer when it is sent. Absent for what needs no access. */
  needsAccessTo?: readonly string[];
}

/** Nobody's own chat: for a message to a channel. */
export const NOBODY = '';

/** Another message, by its reason. What is aimed at it waits until it was sent, and is not sent when it never was. */
export interface Target {
  reasonKey: string;
  /** `change` takes its place; `thread` is written below it. */
  use: 'change' | 'thread';
}

/** Where a person's own chat with the assistant is: plain ids, as Teams gave them. */
export interface ChatAddress {
  conversationId: string;
  serviceUrl: string;
  channelId: string;
  botId: string;
  personChannelId: string;
  scope: 'personal' | 'groupChat' | 'channel';
}

/** A message that this replica alone may send until `claimedUntil`. */
export interface ClaimedMessage extends Recipient {
  owedId: number;
  kind: string;
  content: Content;
  /** This attempt, from 1. It also tells this claim from a later one. */
  attempt: number;
  /** Which of the contents that the message had this is, from 1. With each the attempts can begin anew. */
  edition: number;
  /** An earlier attempt may have arrived: the card can say so. */
  mayBeRepeat: boolean;
  claimedUntil: Date;
  /** Set when it is in the chat already, in an earlier form: this one takes its place. */
  activityId: string | null;
  /** Null when they never added the assistant. */
  chat: ChatAddress | null;
  /** Set when Teams said before that nothing can be written there, and why. */
  closedReason: string | null;
  /** The message it changes, or below which it is written. `activityId` is null when that was never sent. */
  target: { use: Target['use']; activityId: string | null } | null;
}

/** What came of an attempt. `sent` exists only with the id that Teams gave. */
export type Settlement =
  | { state: 'sent'; activityId: string }
  | { state: 'retrying'; status?: number; note: string; notBefore: Date }
  | { state: 'ambiguous'; status?: number; note: string; notBefore: Date }
  | { state: 'failed'; status?: number; reason: string; mayHaveArrived?: boolean }
  | { state: 'cancelled'; note: string };

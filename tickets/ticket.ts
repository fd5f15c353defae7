/** The words of tickets: a question that a person sent to the helpers of their organisation, and what became of it. */

/** Nobody has it; somebody has; a helper answered; it is over. */
export type TicketState = 'open' | 'taken' | 'answered' | 'closed';

/** Somebody who acts in a ticket, with the name that others read. */
export interface Actor {
  tenantId: string;
  aadObjectId: string;
  name: string;
}

export interface TicketMessage {
  byHelper: boolean;
  name: string;
  words: string;
  at: Date;
}

export interface Ticket {
  ticketId: string;
  odsCode: string;
  organisation: string;
  isNas: boolean;
  /** Counted by organisation, from 1. */
  number: number;
  state: TicketState;
  askerName: string;
  tenantId: string;
  aadObjectId: string;
  helperChannelId: number;
  /** The channel in which it is answered. */
  conversationId: string;
  /** False when that channel was given up: others may read it, and nobody can answer there. */
  channelInUse: boolean;
  question: string;
  answeredBefore: string;
  takenBy: string | null;
  takenName: string | null;
  /** Null while nobody had to be told whom to ring. */
  toldToRingAt: Date | null;
  askedAt: Date;
  version: number;
  messages: TicketMessage[];
}

/** In characters. What is longer is cut: a card has to hold it all. */
export const LONGEST_QUESTION = 2000;
export const LONGEST_BEFORE = 600;
export const LONGEST_REPLY = 2000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id comes from a card, so it may be anything. */
export function isTicketId(id: string): boolean {
  return UUID.test(id);
}

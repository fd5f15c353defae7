/** The port through which messages leave: `bot/` implements it with Teams. */
import type { ChatAddress, ClaimedMessage } from './owed-message.ts';

export type SendResult =
  | { kind: 'delivered'; activityId: string }
  /** 429, 412 or 401: nothing was delivered, and it may be tried again. */
  | { kind: 'throttled'; status: number; retryAfterMs?: number }
  /**
   * It will not get better: 403, 404, 410 and what Teams does not take. `reason` is for people to read. `closes` when
   * nothing more can be written to this conversation, until the person opens it again.
   */
  | { kind: 'refused'; status: number; reason: string; closes?: boolean }
  /** A timeout, a broken connection or a 5xx: it may have been delivered. */
  | { kind: 'unsure'; status?: number; reason: string };

/** A message and where its person's chat is. */
export type Addressed = ClaimedMessage & { chat: ChatAddress };

export interface Sender {
  /** Sends once, and answers within 15 seconds: a timeout is `unsure`. A thrown error counts as `unsure` too. */
  send(message: Addressed): Promise<SendResult>;
}

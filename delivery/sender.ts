/** The port through which messages leave: `bot/` implements it with Teams. */
import type { ClaimedMessage } from './owed-message.ts';

export type SendResult =
  | { kind: 'delivered'; activityId: string }
  /** 429 or 412: nothing was delivered, and everything else should wait too. */
  | { kind: 'throttled'; status: number; retryAfterMs?: number }
  /** 403, 404 or 410: it will not get better. `reason` is for people to read. */
  | { kind: 'refused'; status: number; reason: string }
  /** A timeout, a broken connection or a 5xx: it may have been delivered. */
  | { kind: 'unsure'; status?: number; reason: string };

export interface Sender {
  /** Sends once, and answers within 30 seconds: a timeout is `unsure`. A thrown error counts as `unsure` too. */
  send(message: ClaimedMessage): Promise<SendResult>;
}

/** What an answer from Teams means for a message: done, again later, or given up with a reason. */
import { type ClaimedMessage, MAX_ATTEMPTS, type Settlement } from './owed-message.ts';
import type { SendResult } from './sender.ts';

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 5 * 60_000;

/** Doubles with each attempt; the jitter (half to all of it) keeps many messages from coming back at once. */
export function backoffMs(attempt: number, random: () => number): number {
  const most = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return Math.round(most * (0.5 + random() / 2));
}

/** How long everything waits after a throttled answer. */
export function pauseMs(
  result: SendResult & { kind: 'throttled' },
  attempt: number,
  random: () => number,
): number {
  return result.retryAfterMs ?? backoffMs(attempt, random);
}

export function nextStep(
  result: SendResult,
  { attempt }: Pick<ClaimedMessage, 'attempt'>,
  now: Date,
  random: () => number,
): Settlement {
  const last = attempt >= MAX_ATTEMPTS;
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (result.kind) {
    case 'delivered':
      // Accepted, but without an id we cannot say it was sent.
      return result.activityId
        ? { state: 'sent', activityId: result.activityId }
        : nextStep({ kind: 'unsure', reason: 'Teams gave no message id' }, { attempt }, now, random);
    case 'refused':
      return { state: 'failed', status: result.status, reason: result.reason };
    case 'throttled': {
      const { status } = result;
      const note = status === 401 ? "Teams did not accept the assistant's sign-in" : 'Teams was too busy';
      if (last) return { state: 'failed', status, reason: `${note}, ${MAX_ATTEMPTS} times.` };
      const wait = Math.max(result.retryAfterMs ?? 0, backoffMs(attempt, random));
      return { state: 'retrying', status, note, notBefore: after(wait) };
    }
    case 'unsure': {
      const status = result.status === undefined ? {} : { status: result.status };
      if (last) {
        const reason = `Teams did not answer clearly, ${MAX_ATTEMPTS} times. It may or may not have arrived.`;
        return { state: 'failed', ...status, reason, mayHaveArrived: true };
      }
      return {
        state: 'ambiguous',
        ...status,
        note: result.reason,
        notBefore: after(backoffMs(attempt, random)),
      };
    }
  }
}

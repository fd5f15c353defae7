/** Tells the administrator what came of the warnings, and what is left for them to do. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface DeliveryResultCardData {
  sendId: string;
  organisation: string;
  sent: number;
  /** Took more than one attempt. */
  retried: number;
  failed: number;
  /** Teams did not say clearly whether they arrived; some of them count as sent, and some as failed. */
  ambiguous: number;
  cancelled: number;
  unreachable: number;
  /** Why some failed, the most frequent first; the card lists five. */
  reasons: { reason: string; count: number }[];
  /** Who was not told and what to do instead; the card lists ten. */
  failures: { name: string; address: string; reason: string; instead: string }[];
  /** How many others were not told. */
  more: number;
  startedAt: string;
  finishedAt: string;
}

const render = cardFrom(import.meta.url, 'What came of the warnings');
const LISTED = 10;
const REASONS = 5;

export function deliveryResultCard(data: DeliveryResultCardData): Card {
  const { failed, cancelled, unreachable } = data;
  const more = data.more + Math.max(0, data.failures.length - LISTED);
  return render({
    ...data,
    title: titleOf(data),
    canSave: failed + cancelled + unreachable > 0,
    reasons: data.reasons
      .slice(0, REASONS)
      .map(({ reason, count }) => ({ line: `${count.toLocaleString('en-GB')}: ${reason}` })),
    failures: data.failures.slice(0, LISTED),
    moreLine: more > 0 ? `And ${counted(more, 'other', 'others')}.` : '',
    times: [data.startedAt && `Started ${data.startedAt}.`, data.finishedAt && `Finished ${data.finishedAt}.`]
      .filter(Boolean)
      .join(' '),
  });
}

function titleOf({ sent, failed, ambiguous, cancelled }: DeliveryResultCardData): string {
  if (sent === 0 && ambiguous === 0) return 'No warnings were sent';
  return failed + ambiguous + cancelled > 0 ? 'Some warnings were not delivered' : 'Your warnings were sent';
}

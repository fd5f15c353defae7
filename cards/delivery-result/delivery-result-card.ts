/** Tells the administrator what came of the warnings, and what is left for them to do. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface DeliveryResultCardData {
  organisation: string;
  sent: number;
  failed: number;
  /** Teams did not say whether they arrived. */
  ambiguous: number;
  cancelled: number;
  unreachable: number;
  /** Who was not told and what to do instead; the card lists ten. */
  failures: { name: string; address: string; reason: string; instead: string }[];
  startedAt: string;
  finishedAt: string;
}

const render = cardFrom(import.meta.url, 'What came of the warnings');
const LISTED = 10;

export function deliveryResultCard(data: DeliveryResultCardData): Card {
  const more = data.failures.length - LISTED;
  return render({
    ...data,
    title: titleOf(data),
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

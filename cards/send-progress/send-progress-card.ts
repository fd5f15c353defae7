/** How far a send is, while it is under way, and the way to stop it. It takes its own place as the send goes on. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface SendProgressCardData {
  sendId: string;
  organisation: string;
  total: number;
  sent: number;
  failed: number;
  cancelled: number;
  /** Being tried again. */
  retrying: number;
  /** Not settled yet. */
  left: number;
  /** Somebody has stopped it. */
  stopped: boolean;
  /** How much longer, in a sentence, or empty. */
  timeLeft: string;
}

const render = cardFrom(import.meta.url, 'How far your warnings are');
const STOPPING = 'Nothing more is sent, but for what Teams has already been given.';

export function sendProgressCard(data: SendProgressCardData): Card {
  const { total, sent, failed, cancelled, retrying, left, stopped, timeLeft } = data;
  const done = Math.max(0, total - left);
  // Not all of the bar before all of it is done.
  const bar = total > 0 ? Math.floor((done / total) * 100) : 0;
  return render({
    sendId: data.sendId,
    organisation: data.organisation,
    title: stopped ? 'Stopping this send' : 'Sending warnings',
    doneLine: stopped
      ? `${sent.toLocaleString('en-GB')} of ${counted(total, 'warning')} sent`
      : `${done.toLocaleString('en-GB')} of ${counted(total, 'warning')} done`,
    total,
    bar,
    rest: 100 - bar,
    retrying,
    failed,
    cancelled,
    sentText: sent.toLocaleString('en-GB'),
    retryingText: retrying.toLocaleString('en-GB'),
    failedText: failed.toLocaleString('en-GB'),
    cancelledText: cancelled.toLocaleString('en-GB'),
    note: stopped ? STOPPING : timeLeft,
    canStop: !stopped && left > 0,
  });
}

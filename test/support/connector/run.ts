/** The connector as a process of its own: told by messages from whoever started it, and asked for its summary. */
import { setPriority } from 'node:os';
import { startTeamsConnector } from '../teams-connector.ts';
import type { ReceptionOptions } from './reception.ts';
import { type Summary, summarise } from './record.ts';

/** What it is asked. */
export type Question = { start: Omit<ReceptionOptions, 'clock'> } | 'summary' | 'progress';
/** What it answers, in the same order. */
export type Reply = { url: string } | { summary: Summary } | { sends: number };

// Who holds the watch must not be kept waiting by what it measures. Only the administrator of a machine may ask for that.
try {
  setPriority(-15);
} catch {
  // Then it measures as well as it can.
}

let connector: Awaited<ReturnType<typeof startTeamsConnector>> | undefined;

process.on('message', async (question: Question) => {
  if (typeof question === 'object') {
    connector = await startTeamsConnector(question.start);
    tell({ url: connector.url });
  } else if (question === 'summary') tell({ summary: summarise(connector?.seen ?? []) });
  else tell({ sends: connector?.seen.filter(({ isOwed }) => isOwed).length ?? 0 });
});
// The one who asked is gone.
process.once('disconnect', () => process.exit());

function tell(reply: Reply): void {
  process.send?.(reply);
}

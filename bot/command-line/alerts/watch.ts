/** `npm run alerts -- status --watch`: draws the status anew each second until nothing is under way. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Status } from './status.ts';

const EVERY_MS = 1000;
const HOME_AND_CLEAR = '\x1b[H\x1b[2J';

export interface Screen {
  /** It can be drawn over; otherwise each change is written below the last. */
  isTerminal: boolean;
  write(text: string): void;
}

/** @returns the last status. */
export async function watch(read: () => Promise<Status>, screen: Screen): Promise<Status> {
  let shown = '';
  for (;;) {
    const now = await read();
    if (now.words !== shown) {
      screen.write(screen.isTerminal ? `${HOME_AND_CLEAR}${now.words}\n` : `${now.words}\n\n`);
    }
    shown = now.words;
    if (!now.underWay) return now;
    await sleep(EVERY_MS);
  }
}

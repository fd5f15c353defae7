/** What a command asks of the person at the terminal, and shows while they wait. Nothing of it goes into its output. */
import { createInterface } from 'node:readline/promises';

export interface Terminal {
  /** Undefined when there is nobody to ask. */
  confirm: ((words: string) => Promise<boolean>) | undefined;
  /** Replaces the line that stood there. Empty text takes it away. Does nothing where nobody looks. */
  progress(words: string): void;
}

const EVERY_MS = 100;

/** The terminal in which this process runs. */
export function ownTerminal(): Terminal {
  const { stdin, stderr } = process;
  let shown = 0;
  return {
    confirm: stdin.isTTY && stderr.isTTY ? confirm : undefined,
    progress(words) {
      const now = performance.now();
      if (!stderr.isTTY || (words && now - shown < EVERY_MS)) return;
      shown = now;
      stderr.write(`\r\u001b[K${words}`);
    },
  };
}

async function confirm(words: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(es)?\s*$/i.test(await lines.question(`${words} (yes or no) `));
  } catch {
    // The input has ended: nobody said yes.
    return false;
  } finally {
    lines.close();
  }
}

/** For programs and tests: nobody is there. */
export const NOBODY: Terminal = { confirm: undefined, progress: () => {} };

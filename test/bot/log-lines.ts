/** What the service can write to its log, read out of its source, so that a new line is known at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Rooms that run in the service. The command line speaks to whoever typed the command. */
const ROOMS = ['access', 'bot', 'delivery', 'dialogs', 'dspt', 'hygiene', 'knowledge', 'privacy'];
const CALL = /\blog(?:\.(info|warn|error|fatal)|\[[^\]]+\])\(/g;

export interface LogLine {
  /** The words that stand in the line. */
  words: string;
  /** Absent where it depends on what happened. */
  level?: string | undefined;
  file: string;
}

/** @throws Error for a line whose words are not written out where it is logged. */
export function logLines(): LogLine[] {
  return sources().flatMap(({ file, text }) =>
    [...text.matchAll(CALL)].map(({ 0: call, 1: level, index }) => {
      const given = argumentsFrom(text, index + call.length);
      const words = /'([^']+)',?\s*$/.exec(given)?.[1];
      if (!words) throw new Error(`${file}: the words of log.${level ?? '[…]'}(${given}) cannot be found.`);
      return { words, level, file };
    }),
  );
}

function sources(): { file: string; text: string }[] {
  return ROOMS.flatMap((room) =>
    readdirSync(new URL(`${room}/`, `file://${ROOT}`), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('command-line'))
      .map((path) => ({ file: `${room}/${path}`, text: readFileSync(`${ROOT}${room}/${path}`, 'utf8') })),
  );
}

/** Up to the bracket that closes the call. */
function argumentsFrom(text: string, start: number): string {
  let open = 1;
  let at = start;
  for (; open > 0 && at < text.length; at++) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
  }
  return text.slice(start, at - 1).trim();
}

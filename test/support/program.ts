/** Runs a program of the project to its end, with these settings and no others. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  code: number | null;
  /** What it said, and what it complained about. */
  said: string;
  complained: string;
}

export function runProgram(
  program: string,
  words: readonly string[],
  settings: Record<string, string>,
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: ROOT,
      env: { PATH: '/usr/bin:/bin', ...settings },
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.stderr.on('data', (part) => {
      complained += part;
    });
    child.once('close', (code) => done({ code, said, complained }));
  });
}

/** What operators see of a fault: its kind and where it was. Its message may quote what a person wrote. */
import { AssistantError } from './errors.ts';

const FRAMES = 12;

export interface Fault {
  name: string;
  code?: string | undefined;
  /** Our own words, of a fault that we know by name. */
  message?: string | undefined;
  stack?: string;
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'unknown' };
  return {
    name: error.name,
    code: 'code' in error ? String(error.code) : undefined,
    message: error instanceof AssistantError ? error.message : undefined,
    stack: framesOf(error),
  };
}

/** The stack without its first lines, which repeat the message: an SDK's message may quote a request. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .join('\n');
}

/** Starts the connector as a process of its own, so that it shares no event loop with what it measures. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Summary } from './record.ts';
import type { Question, Reply } from './run.ts';

export interface ConnectorProcess {
  url: string;
  /** What it has seen so far. */
  summary(): Promise<Summary>;
  /** How many owed messages have arrived so far, taken or not. */
  sends(): Promise<number>;
  stop(): Promise<void>;
}

export async function startConnectorProcess(
  options: Extract<Question, object>['start'],
): Promise<ConnectorProcess> {
  const child = fork(new URL('./run.ts', import.meta.url), { env: {} });
  let last: Promise<unknown> = Promise.resolve();
  // One question at a time: answers come in the order of the questions.
  const ask = <T extends Reply>(question: Question): Promise<T> => {
    const answer = last.then(() => askNow(child, question));
    last = answer;
    return answer as Promise<T>;
  };
  const { url } = await ask<{ url: string }>({ start: options });
  return {
    url,
    summary: async () => (await ask<{ summary: Summary }>('summary')).summary,
    sends: async () => (await ask<{ sends: number }>('progress')).sends,
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function askNow(child: ChildProcess, question: Question): Promise<Reply> {
  const answered = once(child, 'message');
  child.send(question);
  const [reply] = (await answered) as [Reply];
  return reply;
}

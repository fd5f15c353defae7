/** People who ask a question at a steady rate, in a process of their own: told where and how long, it times each answer. */
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { TENANT } from './staff.ts';

export interface ChatOrder {
  /** The assistant's. */
  port: number;
  /** Where the answers go. */
  serviceUrl: string;
  milliseconds: number;
}

/** Milliseconds from the question to the end of its request, when the reply has reached Teams; or what went wrong. */
export type Answered = { answerTimes: number[] } | { fault: string };

const EVERY_MS = 50;
/** Enough of them that nobody types faster than a person. */
const PEOPLE = 200;
const QUESTION = 'can I use my own phone for nhsmail';
const agent = new Agent({ keepAlive: true });
let asked = 0;

process.on('message', async (order: ChatOrder) => {
  const answered = await chat(order).catch((error: Error): Answered => ({ fault: error.message }));
  process.send?.(answered);
});

/** Questions come whether or not the ones before them have been answered. */
async function chat({ port, serviceUrl, milliseconds }: ChatOrder): Promise<Answered> {
  const answers: Promise<number>[] = [];
  const started = performance.now();
  for (let nth = 0; nth * EVERY_MS < milliseconds; nth++) {
    await wait(Math.max(0, started + nth * EVERY_MS - performance.now()));
    answers.push(ask(port, serviceUrl));
  }
  return { answerTimes: await Promise.all(answers) };
}

function ask(port: number, serviceUrl: string): Promise<number> {
  const person = `chatter-${asked % PEOPLE}`;
  const body = JSON.stringify({
    type: 'message',
    id: `question-${asked++}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person}`, name: person, aadObjectId: person },
    recipient: { id: '28:assistant', name: 'Assistant' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text: QUESTION,
  });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const started = performance.now();
  return new Promise((done, fail) => {
    const call = request(
      { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) done(performance.now() - started);
          else fail(new Error(`The assistant answered ${response.statusCode}.`));
        });
      },
    );
    call.on('error', fail);
    call.end(body);
  });
}

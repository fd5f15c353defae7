/** People who write to a bot without pause, in a process of their own: told where and how long, it counts the answers. */
import { Agent, request } from 'node:http';

export interface Order {
  port: number;
  milliseconds: number;
  text: string;
  /** Every answer has to contain it. */
  expect: string;
}

/** Turns per second, or what went wrong. */
export type Delivery = { perSecond: number } | { fault: string };

/** People who write at the same time, each of them again as soon as the answer is there. */
const AT_ONCE = 16;
/** Conversations that each of them goes round. */
const CONVERSATIONS = 8;
const TENANT = '00000000-0000-0000-0000-00000000be7c';

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
let sent = 0;

process.on('message', async (order: Order) => {
  const delivery = await generate(order).catch((error: Error): Delivery => ({ fault: error.message }));
  process.send?.(delivery);
});

async function generate(order: Order): Promise<Delivery> {
  const started = performance.now();
  let turns = 0;
  const people = Array.from({ length: AT_ONCE }, async (_, person) => {
    for (let turn = 0; performance.now() - started < order.milliseconds; turn++) {
      const { status, body } = await post(order, `${person}-${turn % CONVERSATIONS}`);
      if (status !== 200 || !body.includes(order.expect)) {
        throw new Error(`The bot answered ${status}: ${body.slice(0, 200)}`);
      }
      turns++;
    }
  });
  await Promise.all(people);
  return { perSecond: (turns * 1000) / (performance.now() - started) };
}

function post({ port, text }: Order, person: string): Promise<{ status: number; body: string }> {
  const body = JSON.stringify(activity(text, person));
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((done, fail) => {
    const call = request(
      { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
        );
        response.on('error', fail);
      },
    );
    call.on('error', fail);
    call.end(body);
  });
}

/** A message as Teams sends it. `expectReplies` asks for the answer in the response. */
function activity(text: string, person: string) {
  return {
    type: 'message',
    id: `bench-${process.pid}-${sent++}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    deliveryMode: 'expectReplies',
    from: { id: `29:${person}`, name: `Person ${person}`, aadObjectId: `person-${person}` },
    recipient: { id: '28:bench', name: 'Bench' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
    textFormat: 'plain',
    text,
    attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
  };
}

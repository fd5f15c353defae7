/** Sends one reply: once, and again only when Teams says that it took nothing. */
import { AssistantError } from '../errors.ts';
import type { ConnectorAnswer, ConnectorClient, ReplyActivity } from './connector-client.ts';

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 500;
/** Teams gives a turn 15 seconds. */
const LONGEST_WAIT_MS = 4000;
/** "Throttled" and "PreconditionFailed": nothing was delivered. After a 5xx nobody knows. */
const NOT_TAKEN = [429, 412];

/**
 * @returns the id that Teams gave the message.
 * @throws AssistantError `REPLY_NOT_TAKEN` when Teams did not say that it took it: it may have arrived all the same.
 */
export async function sendReply(
  connector: ConnectorClient,
  activity: ReplyActivity,
  wait: (ms: number) => Promise<void>,
): Promise<string> {
  let answer: ConnectorAnswer = { body: {} };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    answer = await connector.sendReply(activity);
    const { status = 0 } = answer;
    if (status >= 200 && status < 300) return String(answer.body.id ?? '');
    const ms = answer.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    if (!NOT_TAKEN.includes(status) || ms > LONGEST_WAIT_MS || attempt === ATTEMPTS) break;
    await wait(ms);
  }
  const said = answer.status === undefined ? 'did not answer' : `answered ${answer.status}`;
  throw new AssistantError(
    'REPLY_NOT_TAKEN',
    `Teams ${said}${answer.code ? ` (${answer.code})` : ''} when a reply was sent. It sends the message again, or the person does.`,
  );
}

/** From a request to a turn and back: who gets which status, and who is told calmly that something broke. */
import { randomBytes } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import { calmWords } from '../../dialogs/messages.ts';
import { AssistantError } from '../errors.ts';
import { isActivity } from '../teams/activity-shape.ts';
import type { TeamsAdapter } from '../teams/adapter.ts';
import type { TakeTurn } from '../turn.ts';
import type { Routes } from './server.ts';

export interface ReceiveDeps {
  adapter: TeamsAdapter;
  takeTurn: TakeTurn;
  log: Logger;
}

/** @returns the function behind `POST /api/messages`. */
export function createReceive({ adapter, takeTurn, log }: ReceiveDeps): Routes['receive'] {
  return async (authorization, body) => {
    if (!isActivity(body)) {
      log.warn({ reference: newReference() }, 'refused: not an activity');
      return { status: 400 };
    }
    let admitted = false;
    try {
      const response = await adapter.receive(authorization, body, async (context) => {
        admitted = true;
        await calmly(context, takeTurn, log);
      });
      return { status: response?.status ?? 200, body: response?.body };
    } catch (error) {
      const status = statusOf(error, admitted);
      const reference = newReference();
      log[status < 500 ? 'warn' : 'error']({ reference, status, fault: faultOf(error) }, 'request failed');
      return { status, ...(status >= 500 && { body: { error: 'Something went wrong.', reference } }) };
    }
  };
}

/** A fault in a turn becomes calm words and a reference; the same reference is in the log. */
async function calmly(context: TurnContext, takeTurn: TakeTurn, log: Logger): Promise<void> {
  try {
    const { feature, outcome, entries, masked } = await takeTurn(context);
    log.info({ feature, outcome, entries, masked }, 'turn');
  } catch (error) {
    // Refused before anything was read: nothing is said to a caller we do not know.
    if (error instanceof AssistantError && error.code === 'REQUEST_REFUSED') throw error;
    const reference = newReference();
    log.error({ reference, fault: faultOf(error) }, 'turn failed');
    if (context.activity.type === ActivityTypes.Invoke) {
      const value = {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: calmWords(reference),
      };
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: value } });
    } else await context.sendActivity({ text: calmWords(reference), textFormat: 'plain' });
  }
}

function newReference(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

/** @param admitted the token was good: what went wrong later, such as Teams refusing a reply, is not the caller's fault. */
function statusOf(error: unknown, admitted: boolean): number {
  if (error instanceof AssistantError && error.code === 'REQUEST_REFUSED') return 403;
  if (admitted) return 500;
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 401 || statusCode === 403 ? statusCode : 500;
}

/** What operators see of a fault: its kind and where it was, never what a person wrote. */
function faultOf(error: unknown) {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    name: error.name,
    code,
    message: error instanceof AssistantError ? error.message : undefined,
    stack: framesOf(error),
  };
}

/** The stack without its first lines, which repeat the message: an SDK's message may quote a request. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}

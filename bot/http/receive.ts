/** From a request to a turn and back: who gets which status, and who is told calmly that something broke. */
import { randomBytes } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import type { Logger } from 'pino';
import { calmWords } from '../../dialogs/messages.ts';
import { AssistantError } from '../errors.ts';
import { faultOf } from '../fault.ts';
import { isActivity } from '../teams/activity-shape.ts';
import { type TeamsAdapter, TokenRefused } from '../teams/adapter.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { TakeTurn } from '../turn.ts';
import { countRefusals } from './refusals.ts';
import type { Routes } from './server.ts';

export interface ReceiveDeps {
  adapter: TeamsAdapter;
  takeTurn: TakeTurn;
  log: Logger;
  clock: () => Date;
  /** Absent when nothing is measured. */
  telemetry?: Telemetry | undefined;
}

/** @returns the function behind `POST /api/messages`. */
export function createReceive(deps: ReceiveDeps): Routes['receive'] {
  const { adapter, log, clock, telemetry } = deps;
  const refusals = countRefusals(log, clock);
  return async (authorization, body) => {
    // One reference for everything that is said and logged of this request.
    const reference = newReference();
    if (!isActivity(body)) {
      if (refusals.isTold()) log.warn({ reference }, 'refused: not an activity');
      telemetry?.counts.requestRefused(400);
      return { status: 400 };
    }
    let admitted = false;
    try {
      const response = await adapter.receive(authorization, body, async (context) => {
        admitted = true;
        await calmly(context, reference, deps);
      });
      return { status: response?.status ?? 200, body: response?.body };
    } catch (error) {
      const status = statusOf(error, admitted);
      const fields = { reference, status, fault: faultOf(error) };
      if (status < 500) {
        telemetry?.counts.requestRefused(status);
        if (refusals.isTold()) log.warn(fields, 'request refused');
        return { status };
      }
      log.error(fields, 'request failed');
      return { status, body: { error: 'Something went wrong.', reference } };
    }
  };
}

/** A fault in a turn becomes calm words and a reference; the same reference is in the log. */
async function calmly(context: TurnContext, reference: string, deps: ReceiveDeps): Promise<void> {
  const { log, telemetry } = deps;
  const started = performance.now();
  try {
    const { feature, outcome, entries, masked } = await takeTurn(context, reference, deps);
    const ms = performance.now() - started;
    log.info({ reference, feature, outcome, entries, masked, ms: Math.round(ms) }, 'turn');
    telemetry?.counts.turn({ feature, outcome, masked }, ms / 1000);
  } catch (error) {
    // Refused before anything was read: nothing is said to a caller we do not know.
    if (error instanceof AssistantError && error.code === 'REQUEST_REFUSED') throw error;
    const fault = faultOf(error);
    log.error({ reference, fault }, 'turn failed');
    telemetry?.counts.turnFailed(fault.code ?? fault.name);
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

function takeTurn(context: TurnContext, reference: string, deps: ReceiveDeps): ReturnType<TakeTurn> {
  const { telemetry } = deps;
  if (!telemetry) return deps.takeTurn(context);
  return telemetry.span(
    'turn',
    { 'turn.reference': reference },
    () => deps.takeTurn(context),
    ({ feature, outcome, entries, masked }) => ({
      'turn.feature': feature,
      'turn.outcome': outcome,
      'turn.entries': entries.join(' '),
      'turn.masked': masked,
    }),
  );
}

function newReference(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

/** @param admitted the token was good: what went wrong later, such as Teams refusing a reply, is not the caller's fault. */
function statusOf(error: unknown, admitted: boolean): number {
  if (error instanceof AssistantError && error.code === 'REQUEST_REFUSED') return 403;
  if (admitted) return 500;
  return error instanceof TokenRefused ? 401 : 500;
}

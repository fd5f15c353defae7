/** What a person is told who writes faster than anybody can read. Their message is not read. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { TurnOutcome } from '../../dialogs/turn.ts';
import type { Incoming } from '../teams/incoming.ts';
import { respondToSearch } from './search.ts';

const WORDS = 'You are writing faster than I can answer. Please wait a minute, then ask again.';

export function isSpeech({ kind }: Incoming): boolean {
  return kind !== 'installed' && kind !== 'uninstalled' && kind !== 'ignored';
}

/** Whom the pace is counted for. Search asks at every few letters, so that it has a count of its own. */
export function personOf({ kind, tenantId, aadObjectId }: Incoming): string {
  return `${kind === 'search' ? 'search ' : ''}${tenantId}/${aadObjectId}`;
}

/** A button always gets an answer, for Teams shows an error without one. A message is answered once. */
export async function slowDown(
  context: TurnContext,
  { invoke, kind }: Incoming,
  pace: 'ask-to-wait' | 'told',
  nothing: TurnOutcome,
): Promise<TurnOutcome & { masked: boolean }> {
  if (kind === 'search') await respondToSearch(context, { type: 'message', text: WORDS });
  else if (invoke) {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: WORDS };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  } else if (pace === 'ask-to-wait') await context.sendActivity({ text: WORDS, textFormat: 'plain' });
  return { ...nothing, masked: false };
}

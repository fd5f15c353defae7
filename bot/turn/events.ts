/** The events that are not messages: the assistant was added somewhere, or taken away. */
import type { Memory } from '../../dialogs/conversation.ts';
import { welcome } from '../../dialogs/help/welcome.ts';
import type { Reply, TurnOutcome } from '../../dialogs/turn.ts';
import type { Incoming } from '../teams/incoming.ts';
import type { TurnStore } from './turn-store.ts';

const SILENCE: TurnOutcome = { feature: 'none', outcome: 'answered', clauses: [], entries: [] };

/** @returns undefined for messages and buttons, which are the conversation's. */
export async function answerEvent(
  incoming: Incoming,
  memory: Memory,
  isNew: boolean,
  store: TurnStore,
): Promise<{ replies: Reply[]; memory: Memory; outcome: TurnOutcome } | undefined> {
  switch (incoming.kind) {
    case 'installed': {
      // Teams tells of one installation twice, in two kinds of event.
      const replies = isNew ? [{ card: welcome(incoming.scope) }] : [];
      return { replies, memory, outcome: { ...SILENCE, feature: 'help' } };
    }
    case 'uninstalled':
      await store.forgetConversation(incoming.conversationId);
      return { replies: [], memory: { dialogs: { dialogStack: [] } }, outcome: SILENCE };
    default:
      return undefined;
  }
}

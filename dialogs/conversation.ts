/** Steps 3 to 5: a dialog in progress takes its answer, or the message is understood and its feature answers. */
import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { secretMaskedCard } from '../cards/secret-masked/secret-masked-card.ts';
import type { DialogDeps, FeatureDialog } from './feature.ts';
import { features } from './index.ts';
import { maskedSteps } from './masked-steps.ts';
import { createRoute } from './route.ts';
import {
  type CardAction,
  carryTurn,
  type Outcome,
  type Person,
  type Reply,
  type Turn,
  type TurnOutcome,
} from './turn.ts';

/** What the conversation is told of a turn. */
export interface Occasion {
  incoming: { text: string; action?: CardAction; scope: Turn['scope'] };
  loaded: { memory: { dialogs: DialogState }; person: Person };
  masked: readonly string[];
  now: Date;
}

export interface Answer {
  replies: Reply[];
  memory: { dialogs: DialogState };
  outcome: TurnOutcome;
}

export interface Conversation {
  answer(context: TurnContext, occasion: Occasion): Promise<Answer>;
}

export function createConversation(deps: DialogDeps): Conversation {
  const dialogs = new Map<string, FeatureDialog>(
    features.map((feature) => [feature.id, feature.create(deps)]),
  );
  const set = new DialogSet();
  for (const dialog of dialogs.values()) set.add(dialog);
  const route = createRoute(deps, dialogs);

  return {
    async answer(context, { incoming, loaded, masked, now }) {
      const replies: Reply[] = [];
      let outcome: TurnOutcome = { feature: 'none', outcome: 'answered', clauses: [], entries: [] };
      const turn: Turn = {
        text: incoming.text,
        action: incoming.action,
        scope: incoming.scope,
        person: loaded.person,
        now,
        masked,
        say: (reply) => void replies.push(reply),
        record: (what) => {
          outcome = what;
        },
      };
      carryTurn(context, turn);
      if (masked.length > 0)
        turn.say({ card: secretMaskedCard({ kinds: [...masked], steps: maskedSteps(masked) }) });
      // The SDK changes the state it is given; a turn that is repeated needs it as it was.
      const state = structuredClone(loaded.memory.dialogs);
      await route(new DialogContext(set, context, state), turn);
      return { replies, outcome, memory: { dialogs: state } };
    },
  };
}

export type { Outcome };

/** Steps 3 to 5: a dialog in progress takes its answer, or the message is understood and its feature answers. */
import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { carryQuestion } from './carry-question.ts';
import type { DialogDeps, FeatureDialog } from './feature.ts';
import { features } from './index.ts';
import type { Option } from './options.ts';
import { ownChatLink } from './own-chat.ts';
import type { DroppedFile, UploadPlace } from './person-files.ts';
import { ReturnDialog } from './return-dialog.ts';
import { createRoute, saidIn } from './route.ts';
import {
  type Asked,
  type CardAction,
  carryTurn,
  type Outcome,
  type Person,
  type Reply,
  type Turn,
  type TurnOutcome,
} from './turn.ts';

/** What is remembered between two messages of one person in one conversation. */
export interface Memory {
  dialogs: DialogState;
  /** What could be pressed on the last card: see `Turn.offer`. */
  offered?: readonly Option[] | undefined;
  /** See `Turn.asked`. */
  asked?: Asked | undefined;
  /** See `Turn.askedAgain`. */
  askedAgain?: string | undefined;
  /** Ids of the entries that the last message was answered with. Never its words. */
  shown?: readonly string[] | undefined;
}

/** What the conversation is told of a turn. */
export interface Occasion {
  incoming: {
    text: string;
    action?: CardAction;
    upload?: UploadPlace;
    files?: readonly DroppedFile[];
    scope: Turn['scope'];
    conversationId: string;
    teamId: string;
    reference: { botId: string; personChannelId: string };
  };
  loaded: { memory: Memory; person: Person; before?: Date | undefined };
  masked: readonly string[];
  now: Date;
}

export interface Answer {
  replies: Reply[];
  memory: Memory;
  outcome: TurnOutcome;
}

export interface Conversation {
  answer(context: TurnContext, occasion: Occasion): Promise<Answer>;
}

export function createConversation(deps: DialogDeps): Conversation {
  const dialogs = new Map<string, FeatureDialog>(
    features.map((feature) => [feature.id, feature.create(deps)]),
  );
  dialogs.set(ReturnDialog.id, new ReturnDialog());
  const set = new DialogSet();
  for (const dialog of dialogs.values()) set.add(dialog);
  const route = createRoute(deps, dialogs);

  return {
    async answer(context, { incoming, loaded, masked, now }) {
      const replies: Reply[] = [];
      let offered: readonly Option[] | undefined;
      let others: readonly string[] | undefined;
      let outcome: TurnOutcome = { feature: 'none', outcome: 'answered', clauses: [], entries: [] };
      const turn: Turn = {
        text: incoming.text,
        action: incoming.action,
        upload: incoming.upload,
        files: incoming.files ?? [],
        scope: incoming.scope,
        ownChat: ownChatLink(incoming.reference.botId),
        place: {
          conversationId: incoming.conversationId,
          memberId: incoming.reference.personChannelId,
          teamId: incoming.teamId,
        },
        person: loaded.person,
        now,
        masked,
        before: loaded.before,
        asked: loaded.memory.asked,
        shown: loaded.memory.shown ?? [],
        askedAgain: loaded.memory.askedAgain,
        say: (reply) => void replies.push(reply),
        offer: (options) => {
          offered = options;
        },
        mayHaveMeant: (entries) => {
          others = entries;
        },
        record: (what) => {
          outcome = what;
        },
      };
      carryTurn(context, turn);
      // The SDK changes the state it is given; a turn that is repeated needs it as it was.
      const state = structuredClone(loaded.memory.dialogs);
      await route(new DialogContext(set, context, state), turn, loaded.memory.offered ?? []);
      const asked = others && askedIn(others, replies, outcome);
      // What a person would be asked about is carried only in their own chat.
      const said = turn.scope === 'personal' ? saidIn(turn) : '';
      return {
        replies: replies.map((reply) => carryQuestion(reply, said, outcome.entries)),
        outcome,
        memory: {
          dialogs: state,
          ...(offered && { offered }),
          ...(asked && { asked }),
          ...(turn.askedAgain && state.dialogStack.length > 0 && { askedAgain: turn.askedAgain }),
          ...(outcome.entries.length > 0 && { shown: outcome.entries }),
        },
      };
    },
  };
}

/** What was answered, and what "that is not what I asked" would be about. */
function askedIn(others: readonly string[], replies: readonly Reply[], outcome: TurnOutcome): Asked {
  const { feature, entries } = outcome;
  const shown = replies.find(({ rated }) => rated)?.rated;
  const [entry] = outcome.outcome === 'choose' ? [] : entries;
  const answer = shown ?? (entry ? { feature, entry, outcome: outcome.outcome } : undefined);
  return { others, ...(answer && { answer }), ...(outcome.refused && { refused: outcome.refused }) };
}

export type { Outcome };

/** Steps 3 to 5: a dialog in progress takes its answer, or the message is understood and its feature answers. */
import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { expiredCard } from '../cards/expired/expired-card.ts';
import { messageCard } from '../cards/message/message-card.ts';
import { secretMaskedCard } from '../cards/secret-masked/secret-masked-card.ts';
import type { Entry, FeatureId } from '../knowledge/entry.ts';
import type { Understanding } from '../knowledge/understand.ts';
import { showChoice, showNotCovered } from './answers.ts';
import type { DialogDeps, FeatureDialog, Request } from './feature.ts';
import { features } from './index.ts';
import { maskedSteps } from './masked-steps.ts';
import { STOPPED } from './messages.ts';
import {
  type CardAction,
  carryTurn,
  type Outcome,
  type Person,
  type Reply,
  type Turn,
  type TurnOutcome,
} from './turn.ts';
import { asksNothing, isAboutSigningIn, withoutSecrets } from './without-secrets.ts';

/** What the conversation is told of a turn. */
export interface Occasion {
  incoming: { text: string; action?: CardAction; scope: Turn['scope'] };
  loaded: { memory: { dialogs: DialogState; lastEntry?: string }; person: Person };
  masked: readonly string[];
  now: Date;
}

export interface Answer {
  replies: Reply[];
  memory: { dialogs: DialogState; lastEntry?: string };
  outcome: TurnOutcome;
}

export interface Conversation {
  answer(context: TurnContext, occasion: Occasion): Promise<Answer>;
}

const STOP_WORDS = /^(cancel|stop|quit|exit|never ?mind|forget it|leave it)[.!]*$/i;

export function createConversation(deps: DialogDeps): Conversation {
  const dialogs = new Map<string, FeatureDialog>(
    features.map((feature) => [feature.id, feature.create(deps)]),
  );
  const hearings = features.flatMap(({ id, hears = [] }) => hears.map((each) => ({ feature: id, ...each })));
  const set = new DialogSet();
  for (const dialog of dialogs.values()) set.add(dialog);

  /** Routes a message or a button. Everything is decided here and in `takes` of the dialog in progress. */
  async function route(dialog: DialogContext, turn: Turn): Promise<void> {
    const { action } = turn;
    const inProgress = dialog.activeDialog;
    const stops = action?.verb === 'help.stop' || (!action && STOP_WORDS.test(turn.text.trim()));
    if (inProgress && stops) {
      await dialog.cancelAllDialogs();
      turn.say({ card: messageCard(STOPPED), inPlace: true });
      return turn.record({
        feature: inProgress.id as FeatureId,
        outcome: 'answered',
        clauses: [],
        entries: [],
      });
    }
    if (inProgress && dialogs.get(inProgress.id)?.takes?.(turn, inProgress.state)) {
      await dialog.continueDialog();
      return;
    }
    if (action && action.verb !== 'help.say') return press(dialog, turn, action);
    const said = action ? String(action.data.say ?? '').slice(0, 500) : turn.text;
    await understand(dialog, turn, said);
  }

  async function press(dialog: DialogContext, turn: Turn, action: CardAction): Promise<void> {
    if (action.verb === 'help.entry') {
      const entry = deps.knowledge.entry(String(action.data.entry));
      if (entry) return begin(dialog, entry.feature, { entry });
    }
    const feature = action.verb.split('.')[0] ?? '';
    if (dialogs.has(feature)) return begin(dialog, feature, { action });
    turn.say({ card: expiredCard({ what: 'This button' }) });
  }

  async function understand(dialog: DialogContext, turn: Turn, typed: string): Promise<void> {
    const said = withoutSecrets(typed);
    if (turn.masked.length > 0 && asksNothing(said)) {
      if (dialog.activeDialog) await dialog.repromptDialog();
      else if (isAboutSigningIn(turn.masked)) await begin(dialog, 'password', { opens: 'password.help' });
      return;
    }
    const understanding: Understanding = deps.knowledge.understand(said);
    const found = bestOf(understanding);
    const heard = hearings.find(
      ({ says, insteadOf }) => (!insteadOf || insteadOf === found?.id) && says.test(said),
    );
    if (heard) return begin(dialog, heard.feature, { opens: heard.opens, ...(found && { entry: found }) });
    switch (understanding.outcome) {
      case 'answered':
        return begin(dialog, understanding.entry.feature, requestFor(understanding.entry));
      case 'browse':
        return begin(dialog, 'aup', {
          opens: 'aup.browse',
          action: { verb: 'aup.browse', data: { ...understanding.place } },
        });
      case 'choose':
        showChoice(turn, understanding.options);
        break;
      case 'not-covered':
        showNotCovered(turn, deps.knowledge, understanding);
    }
    await dialog.repromptDialog();
  }

  async function begin(dialog: DialogContext, id: string, request: Request): Promise<void> {
    // Begun on top of a dialog in progress: when it ends, that one asks its question again.
    await dialog.beginDialog(id, request);
  }

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
      const shown = outcome.entries[0] ?? loaded.memory.lastEntry;
      return { replies, outcome, memory: { dialogs: state, ...(shown && { lastEntry: shown }) } };
    },
  };
}

/** The entry that would be shown, or offered first. */
function bestOf(understanding: Understanding): Entry | undefined {
  if (understanding.outcome === 'choose') return understanding.options[0];
  return understanding.outcome === 'answered' ? understanding.entry : undefined;
}

function requestFor(entry: Entry): Request {
  return entry.kind === 'opener' ? { entry, opens: entry.opens } : { entry };
}

export type { Outcome };

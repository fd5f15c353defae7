/** Where a message or a button goes: to the dialog in progress, or to the feature that it is understood to be about. */
import type { DialogContext } from 'botbuilder-dialogs';
import { expiredCard } from '../cards/expired/expired-card.ts';
import { messageCard } from '../cards/message/message-card.ts';
import type { Entry, FeatureId } from '../knowledge/entry.ts';
import type { Understanding } from '../knowledge/understand.ts';
import { showChoice, showNotCovered } from './answers.ts';
import type { DialogDeps, FeatureDialog, Request } from './feature.ts';
import { features } from './index.ts';
import { STOPPED } from './messages.ts';
import type { CardAction, Turn } from './turn.ts';
import { asksNothing, isAboutSigningIn, withoutSecrets } from './without-secrets.ts';

const STOP_WORDS = /^(cancel|stop|quit|exit|never ?mind|forget it|leave it)[.!]*$/i;

/** @param dialogs the features' dialogs by their ids. */
export function createRoute(deps: DialogDeps, dialogs: ReadonlyMap<string, FeatureDialog>) {
  const hearings = features.flatMap(({ id, hears = [] }) => hears.map((each) => ({ feature: id, ...each })));

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

  return route;
}

/** The entry that would be shown, or offered first. */
function bestOf(understanding: Understanding): Entry | undefined {
  if (understanding.outcome === 'choose') return understanding.options[0];
  return understanding.outcome === 'answered' ? understanding.entry : undefined;
}

function requestFor(entry: Entry): Request {
  return entry.kind === 'opener' ? { entry, opens: entry.opens } : { entry };
}

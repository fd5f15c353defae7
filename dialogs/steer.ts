/** "Stop", "back", "start again" and "help": what they do to the question in progress, whichever dialog asked it. */
import type { DialogContext, DialogInstance } from 'botbuilder-dialogs';
import { messageCard } from '../cards/message/message-card.ts';
import { FEATURE_IDS, type FeatureId } from '../knowledge/entry.ts';
import type { Command } from './commands.ts';
import type { FeatureDialog, Waiting } from './feature.ts';
import { helpInTheMiddle, STOPPED } from './messages.ts';
import { ReturnDialog } from './return-dialog.ts';
import type { Turn } from './turn.ts';

export interface Steering {
  /** The question that waits for an answer, or undefined. */
  waiting(dialog: DialogContext): (Waiting & { instance: DialogInstance }) | undefined;
  /** @returns false when there is nothing to steer: the words are then read like any others. */
  obey(dialog: DialogContext, turn: Turn, command: Command): Promise<boolean>;
}

/** @param dialogs by their ids. */
export function createSteering(dialogs: ReadonlyMap<string, FeatureDialog>): Steering {
  const waiting: Steering['waiting'] = ({ stack }) => {
    const instance = stack.findLast(({ id }) => id !== ReturnDialog.id);
    const found = instance && dialogs.get(instance.id)?.waiting?.(instance.state);
    return found && { ...found, instance };
  };

  async function stop(dialog: DialogContext, turn: Turn): Promise<boolean> {
    const id = dialog.activeDialog?.id;
    if (id === undefined) return false;
    await dialog.cancelAllDialogs();
    turn.say({ card: messageCard(STOPPED), inPlace: true });
    record(turn, id);
    return true;
  }

  async function back(dialog: DialogContext, turn: Turn): Promise<boolean> {
    const found = waiting(dialog);
    if (!found) return false;
    const { instance, previous } = found;
    if (dialog.activeDialog === instance) {
      if (previous) instance.state = previous;
      // Before the first question is whatever was before this dialog.
      else if (dialog.stack.length > 1) return drop(dialog, turn);
      else return stop(dialog, turn);
    } else dialog.stack.pop();
    record(turn, instance.id);
    await dialog.repromptDialog();
    return true;
  }

  async function drop(dialog: DialogContext, turn: Turn): Promise<true> {
    record(turn, dialog.activeDialog?.id);
    await dialog.endDialog();
    return true;
  }

  async function again(dialog: DialogContext, turn: Turn): Promise<boolean> {
    const found = waiting(dialog);
    if (!found) return false;
    dialog.stack.splice(dialog.stack.indexOf(found.instance));
    record(turn, found.instance.id);
    await dialog.beginDialog(found.instance.id, found.again);
    return true;
  }

  async function help(dialog: DialogContext, turn: Turn): Promise<boolean> {
    const found = waiting(dialog);
    if (!found) return false;
    turn.say({ card: messageCard(helpInTheMiddle(found.of)) });
    record(turn, 'help');
    await dialog.repromptDialog();
    return true;
  }

  async function goOn(dialog: DialogContext, turn: Turn): Promise<boolean> {
    const found = waiting(dialog);
    if (!found || dialog.activeDialog !== found.instance) return false;
    record(turn, found.instance.id);
    await dialog.repromptDialog();
    return true;
  }

  const does = { stop, back, again, help, goOn };
  return { waiting, obey: (dialog, turn, command) => does[command](dialog, turn) };
}

function record(turn: Turn, id: string | undefined): void {
  const feature: FeatureId = FEATURE_IDS.find((each) => each === id) ?? 'help';
  turn.record({ feature, outcome: 'answered', clauses: [], entries: [] });
}

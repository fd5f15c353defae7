/** Where a message or a button goes: to the dialog in progress, or to the feature that it is understood to be about. */
import type { DialogContext } from 'botbuilder-dialogs';
import { expiredCard } from '../cards/expired/expired-card.ts';
import { messageCard } from '../cards/message/message-card.ts';
import { secretMaskedCard } from '../cards/secret-masked/secret-masked-card.ts';
import type { Entry } from '../knowledge/entry.ts';
import { showSmallTalk } from './answers.ts';
import { waitQuietly } from './ask-again.ts';
import { type Command, readCommand, saysStop } from './commands.ts';
import type { DialogDeps, FeatureDialog } from './feature.ts';
import { features } from './index.ts';
import { maskedSteps } from './masked-steps.ts';
import { NOTHING_TO_STOP } from './messages.ts';
import { chosen, type Option } from './options.ts';
import { begin } from './own-chat.ts';
import { type Left, ReturnDialog, readReturn, wasLeft } from './return-dialog.ts';
import { createSteering } from './steer.ts';
import type { CardAction, Turn } from './turn.ts';
import { createUnderstand, type Lead, requestFor } from './understand.ts';
import { isUrgent, sayUrgent, urgentEntry } from './urgent.ts';
import { asksNothing, isAboutSigningIn, withoutSecrets } from './without-secrets.ts';

/** Means "back" in the middle of a question; after an answer it is about the answer. */
const WRONG_ANSWER = /^(?:no,? )?(?:that(?:['’]?s| is| was) wrong|wrong answer)[.! ]*$/i;
/** "Yes", "ok" or "hmm" where it is no answer: the question is asked again, and nothing is said of it. */
const ANSWER_NOTHING = ['none/yes-no-alone', 'none/ok'];

/** @param dialogs the features' dialogs by their ids, and `return`. */
export function createRoute(deps: DialogDeps, dialogs: ReadonlyMap<string, FeatureDialog>) {
  const steering = createSteering(dialogs);
  const understand = createUnderstand(deps);
  for (const kind of ['self-harm', 'abuse', 'emergency'] as const) urgentEntry(deps.knowledge, kind);

  /** Routes a message or a button. @param offered what could be pressed on the card before. */
  async function route(dialog: DialogContext, turn: Turn, offered: readonly Option[]): Promise<void> {
    const danger = turn.action
      ? undefined
      : sayUrgent(turn, deps.knowledge, dialog.activeDialog !== undefined);
    if (turn.masked.length > 0)
      turn.say({ card: secretMaskedCard({ kinds: [...turn.masked], steps: maskedSteps(turn.masked) }) });
    // What was being asked can wait: it is not asked again beside this.
    if (wasLeft(turn)) turn.askedAgain = undefined;
    if (danger?.alone) return leaveQuietly(dialog, turn);
    if (turn.files.length > 0) return takeFiles(dialog, turn);
    // A word that would press a button of yesterday may be about something else today.
    if (!wasLeft(turn)) turn.action ??= chosen(turn.text, offered)?.action;
    const said = saidIn(turn);
    const command = turn.action?.verb === 'help.stop' ? 'stop' : readCommand(said);
    if (dialog.activeDialog?.id === ReturnDialog.id && (await comeBack(dialog, turn))) return;
    if (command && (await obey(dialog, turn, command))) return;
    if (takes(dialog, turn)) {
      if (!turn.action && wasLeft(turn) && steering.waiting(dialog)) return returnTo(dialog, turn, said);
      turn.askedAgain = undefined;
      await dialog.continueDialog();
      turn.askedAgain = undefined;
      return;
    }
    if (!turn.action && wasLeft(turn)) await leave(dialog);
    if (turn.action && turn.action.verb !== 'help.say') return press(dialog, turn, turn.action);
    await read(dialog, turn, said, danger !== undefined);
  }

  /** Whatever was being asked is asked again afterwards. */
  async function takeFiles(dialog: DialogContext, turn: Turn): Promise<void> {
    const taker = features.find(({ takesFiles }) => takesFiles !== undefined);
    if (taker?.takesFiles) return begin(dialog, turn, taker.id, { opens: taker.takesFiles });
    await read(dialog, turn, turn.text, false);
  }

  function takes({ activeDialog }: DialogContext, turn: Turn): boolean {
    return (activeDialog && dialogs.get(activeDialog.id)?.takes?.(turn, activeDialog.state)) ?? false;
  }

  async function obey(dialog: DialogContext, turn: Turn, command: Command): Promise<boolean> {
    // A page that is being read has a "back" of its own.
    if (!steering.waiting(dialog) && takes(dialog, turn)) return false;
    const { askedAgain } = turn;
    turn.askedAgain = undefined;
    if (await steering.obey(dialog, turn, command)) {
      turn.askedAgain = undefined;
      return true;
    }
    turn.askedAgain = askedAgain;
    if (turn.asked?.answer && WRONG_ANSWER.test(saidIn(turn))) {
      await begin(dialog, turn, 'feedback', { opens: 'feedback.notasked' });
      return true;
    }
    if (command === 'back' || command === 'again') {
      await begin(dialog, turn, 'help', { opens: 'help.menu' });
      return true;
    }
    if (!saysStop(saidIn(turn))) return false;
    turn.say({ card: messageCard(NOTHING_TO_STOP) });
    return true;
  }

  /** Puts "we were in the middle of …" over a question that waits, so that it comes before the question. */
  async function leave(dialog: DialogContext): Promise<void> {
    const found = steering.waiting(dialog);
    if (found && dialog.activeDialog === found.instance)
      await dialog.beginDialog(ReturnDialog.id, { of: found.of, id: found.instance.id } satisfies Left);
  }

  /** After whom to ring, nothing is asked until they want to go on. */
  async function leaveQuietly(dialog: DialogContext, turn: Turn): Promise<void> {
    await leave(dialog);
    waitQuietly(dialog, turn);
  }

  /** Words that would answer what was asked a day ago: they count if they ask something by themselves. */
  async function returnTo(dialog: DialogContext, turn: Turn, said: string): Promise<void> {
    await leave(dialog);
    const leads = understand.leads(said, turn);
    if (leads.some(asksSomething)) return understand.follow(dialog, turn, leads);
    turn.record({ feature: 'help', outcome: 'answered', clauses: [], entries: [] });
    await dialog.repromptDialog();
  }

  /** @returns whether the turn says what to do with the question that was left. */
  async function comeBack(dialog: DialogContext, turn: Turn): Promise<boolean> {
    const left = dialog.activeDialog?.state as Left | undefined;
    const answer = readReturn(turn, left?.shown ?? false);
    if (answer === undefined) return false;
    if (answer !== 'go') return steering.obey(dialog, turn, answer === 'again' ? 'again' : 'stop');
    turn.record({ feature: 'help', outcome: 'answered', clauses: [], entries: [] });
    await dialog.endDialog();
    return true;
  }

  async function press(dialog: DialogContext, turn: Turn, action: CardAction): Promise<void> {
    if (action.verb === 'help.entry') {
      const entry = deps.knowledge.entry(String(action.data.entry));
      if (entry) {
        turn.mayHaveMeant(turn.asked?.others.filter((id) => id !== entry.id) ?? []);
        return begin(dialog, turn, entry.feature, requestFor(entry));
      }
    }
    const feature = action.verb.split('.')[0] ?? '';
    if (feature !== ReturnDialog.id && dialogs.has(feature)) return begin(dialog, turn, feature, { action });
    turn.say({ card: expiredCard({ what: 'This button' }) });
  }

  async function read(dialog: DialogContext, turn: Turn, typed: string, warned: boolean): Promise<void> {
    const said = withoutSecrets(typed);
    if (turn.masked.length > 0 && asksNothing(said)) {
      if (dialog.activeDialog) await dialog.repromptDialog();
      else if (isAboutSigningIn(turn.masked))
        await begin(dialog, turn, 'password', { opens: 'password.help' });
      return;
    }
    const leads = understand.leads(said, turn);
    const id = entryOf(leads[0])?.id ?? '';
    const quiet = turn.askedAgain !== undefined && turn.askedAgain === dialog.activeDialog?.id;
    if (ANSWER_NOTHING.includes(id) && steering.waiting(dialog) && !quiet) {
      turn.record({ feature: 'none', outcome: 'answered', clauses: [], entries: [id] });
      await dialog.repromptDialog();
      return;
    }
    const urgent = leads.map(entryOf).find(isUrgent);
    if (!urgent) return understand.follow(dialog, turn, leads);
    if (!warned) showSmallTalk(turn, urgent);
    await leaveQuietly(dialog, turn);
  }

  return route;
}

function entryOf(lead: Lead | undefined): Entry | undefined {
  return lead && 'request' in lead ? lead.request.entry : undefined;
}

function asksSomething(lead: Lead): boolean {
  return 'request' in lead && lead.request.entry?.kind !== 'small-talk';
}

/** The words of the turn: typed, or said by a button for the person. */
export function saidIn({ action, text }: Turn): string {
  if (!action) return text;
  return action.verb === 'help.say' ? String(action.data.say ?? '').slice(0, 500) : '';
}

/** Password help: at most two questions, then what to do. It never asks for a password. Policy clause 3.1.5. */
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Entry } from '../../knowledge/entry.ts';
import { showFact, showNotCovered } from '../answers.ts';
import { askAgain } from '../ask-again.ts';
import type { DialogDeps, Request, Waiting } from '../feature.ts';
import { type Turn, turnOf } from '../turn.ts';
import { FACTS, type SecrecyId } from './ends.ts';
import { answerDay, answerOffer, answersDay, answersOffer, openExpiry, planFor } from './expiry-steps.ts';
import { clauseOf, factOf } from './facts.ts';
import { SECRECY_CLAUSES, VERB } from './messages.ts';
import { answerIn, answerProblem, askProblem, pressProblem, sayQuestion } from './problem-steps.ts';
import { problemOf } from './problems.ts';
import { cancelAll, listReminders } from './reminders.ts';
import { showEnd } from './show-end.ts';
import { askDay, LIFETIME_FACT, REMINDER_EMAILS_FACT } from './show-expiry.ts';
import { DONE, ENDED, type Progress, type Step } from './step.ts';

export class PasswordDialog extends Dialog {
  static readonly id = 'password';
  private readonly deps: DialogDeps;

  /** @throws Error when a fact that the help shows is not there. */
  constructor(deps: DialogDeps) {
    super(PasswordDialog.id);
    this.deps = deps;
    for (const id of [...FACTS, LIFETIME_FACT, REMINDER_EMAILS_FACT]) factOf(deps.knowledge, id);
    for (const number of Object.values(SECRECY_CLAUSES)) clauseOf(deps.knowledge, number);
  }

  override async beginDialog(dialog: DialogContext, request: Request = {}): Promise<DialogTurnResult> {
    return settle(dialog, await this.open(turnOf(dialog.context), request));
  }

  /** True for a press or for words that answer what was asked or offered. */
  takes(turn: Turn, state: unknown): boolean {
    const { asking } = state as Progress;
    if (asking === 'day') return answersDay(turn, this.deps);
    if (asking === 'reminders') return answersOffer(turn, this.deps);
    if (turn.action) return turn.action.verb === VERB;
    return answerIn(turn.text, asking, this.deps.knowledge) !== undefined;
  }

  waiting(state: unknown): Waiting | undefined {
    const { asking } = state as Progress;
    switch (asking) {
      case 'reminders':
        // An offer can be left: nobody waits for an answer to it.
        return undefined;
      case 'day':
        return { of: 'working out when your password runs out', again: { opens: 'password.expiry' } };
      case 'problem':
        return { of: 'password help', again: {} };
      default:
        return { of: 'password help', again: {}, previous: { asking: 'problem' } };
    }
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const progress = dialog.activeDialog?.state as Progress;
    return settle(dialog, await this.answer(turnOf(dialog.context), progress));
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { asking } = instance.state as Progress;
    // An offer is not made twice.
    if (asking === 'reminders') return;
    await askAgain(context, instance, (turn) =>
      asking === 'day' ? askDay(turn, this.deps, false) : sayQuestion(turn, asking, false),
    );
  }

  override async resumeDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const instance = dialog.activeDialog;
    if (instance) await this.repromptDialog(dialog.context, instance);
    return Dialog.EndOfTurn;
  }

  private async open(turn: Turn, { entry, opens, action }: Request): Promise<Step> {
    const { deps } = this;
    switch (action?.verb ?? opens) {
      case VERB:
        return pressProblem(turn, deps);
      case 'password.expiry':
        return openExpiry(turn, deps);
      case 'password.changed':
      case 'password.unknown':
        return answerDay(turn, deps, true);
      case 'password.remind':
        return planFor(turn, deps, String(action?.data.changed));
      case 'password.reminders':
        await listReminders(turn, deps);
        return DONE;
      case 'password.noreminders':
        await cancelAll(turn, deps, { all: !/password/i.test(wordsOf(turn)), inPlace: action !== undefined });
        return DONE;
      case 'password.asked':
        return this.secret(turn, 'asked', entry);
      case 'password.known':
        return this.secret(turn, 'known', entry);
      case 'password.clicked':
        return this.secret(turn, 'clicked', entry);
    }
    const problem = entry && problemOf(entry.id);
    if (problem) {
      // Asked for in so many words, the steps come at once: what is still open is said on their card.
      const end =
        problem === 'refused' ? 'reason-unsure' : problem === 'colleague' ? 'colleague-unsure' : problem;
      showEnd(turn, deps, end, { inPlace: false });
      return ENDED;
    }
    if (entry?.kind === 'fact') showFact(turn, entry);
    else if (entry?.kind === 'gap') showNotCovered(turn, deps.knowledge, { gap: entry, near: [] });
    else return askProblem(turn, 'problem', false);
    return DONE;
  }

  private secret(turn: Turn, end: SecrecyId, entry: Entry | undefined): Step {
    showEnd(turn, this.deps, end, { inPlace: false, feature: entry?.feature });
    return ENDED;
  }

  private async answer(turn: Turn, progress: Progress): Promise<Step> {
    const { deps } = this;
    switch (progress.asking) {
      case 'day':
        return answerDay(turn, deps, turn.action !== undefined);
      case 'reminders':
        return answerOffer(turn, deps, progress.changed);
      default: {
        if (turn.action) return pressProblem(turn, deps);
        const answer = answerIn(turn.text, progress.asking, deps.knowledge);
        return answerProblem(turn, deps, progress.asking, answer, false);
      }
    }
  }
}

/** Ends, or waits for an answer. The newest counts: an older question of this dialog is then not asked again. */
function settle(dialog: DialogContext, step: Step): Promise<DialogTurnResult> {
  if (step !== DONE) {
    const older = dialog.stack.slice(0, -1).filter(({ id }) => id === PasswordDialog.id);
    for (const each of older) dialog.stack.splice(dialog.stack.indexOf(each), 1);
  }
  if (step === DONE || step === ENDED) return dialog.endDialog();
  const instance = dialog.activeDialog;
  if (instance) instance.state = step;
  return Promise.resolve(Dialog.EndOfTurn);
}

function wordsOf(turn: Turn): string {
  return turn.action ? String(turn.action.data.say ?? '') : turn.text;
}

/** The stage check: which organisation, what is published, up to two questions, and where that leaves them. */
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { organisationsOf } from '../../access/administrators.ts';
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { showFact, showNotCovered } from '../answers.ts';
import { askAgain } from '../ask-again.ts';
import type { DialogDeps, Request, Waiting } from '../feature.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type Move, takeOrganisation } from './organisation-step.ts';
import { factsOf, nextSelfCheck, type Progress, previous, reopened } from './progress.ts';
import { ANSWER_VERB, askStep, buttonAnswer, takesName } from './questions.ts';
import { readAnswer, readMandatoryAnswer, readOrganisationAnswer } from './read-answer.ts';
import { remindAdministrators, remindMe, stopReminders } from './reminders.ts';
import { resultCard } from './result.ts';

export class DsptDialog extends Dialog {
  static readonly id = 'dspt';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(DsptDialog.id);
    this.deps = deps;
  }

  override async beginDialog(dialog: DialogContext, request: Request = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dialog.context);
    if (await this.replyAtOnce(turn, request)) return dialog.endDialog();
    // Begun anew, the check that was left is over: it would otherwise ask again after this one.
    const { activeDialog } = dialog;
    const others = dialog.stack.filter(({ id }) => id !== DsptDialog.id);
    if (activeDialog) dialog.stack.splice(0, dialog.stack.length, ...others, activeDialog);
    return this.move(dialog, turn, { step: 'organisation', answers: {} }, false);
  }

  /** Everything that is not the check itself. @returns whether it was one of these. */
  private async replyAtOnce(turn: Turn, { entry, action, opens }: Request): Promise<boolean> {
    if (entry?.kind === 'fact') showFact(turn, entry);
    else if (entry?.kind === 'gap') showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    else {
      turn.record({ feature: 'dspt', outcome: 'answered', clauses: [], entries: ['dspt/check'] });
      switch (action?.verb ?? opens) {
        case 'dspt.remind':
          await remindMe(turn, this.deps);
          break;
        case 'dspt.remindall':
          await remindAdministrators(turn, this.deps, String(action?.data.ods ?? ''));
          break;
        case 'dspt.forget':
          await stopReminders(turn, this.deps);
          break;
        case ANSWER_VERB: {
          const card = expiredCard({ what: 'That check is over.', say: 'what DSPT stage are we' });
          turn.say({ card, inPlace: true });
          break;
        }
        default:
          return false;
      }
    }
    return true;
  }

  /** True for a press on the question in progress, and for words that answer it. */
  takes(turn: Turn, state: unknown): boolean {
    const { step } = state as Progress;
    if (turn.action) {
      const { verb, data } = turn.action;
      return verb === ANSWER_VERB && reopened(state as Progress, String(data.tag)) !== undefined;
    }
    if (takesName(step)) return readOrganisationAnswer(turn.text, this.deps.knowledge) !== undefined;
    return (step === 'mandatory' ? readMandatoryAnswer(turn.text) : readAnswer(turn.text)) !== undefined;
  }

  waiting(state: unknown): Waiting {
    return { of: 'the DSPT stage check', again: {}, previous: previous(state as Progress) };
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialog.context);
    const asked = dialog.activeDialog?.state as Progress;
    // A press on the card of an earlier question answers that one again.
    const progress = (turn.action && reopened(asked, String(turn.action.data.tag))) ?? asked;
    turn.record({ feature: 'dspt', outcome: 'answered', clauses: [], entries: ['dspt/check'] });
    return this.move(dialog, turn, await this.take(turn, progress), true);
  }

  private async take(turn: Turn, progress: Progress): Promise<Move> {
    // What a button brings comes from the client: it is read like words, and looked up again.
    const pressed = turn.action ? String(turn.action.data.answer ?? '').slice(0, 100) : undefined;
    if (takesName(progress.step)) {
      const read =
        pressed === undefined
          ? readOrganisationAnswer(turn.text, this.deps.knowledge)
          : buttonAnswer(pressed);
      return read ? takeOrganisation(turn, this.deps, progress, read) : progress;
    }
    const words = pressed ?? turn.text;
    const legal = readAnswer(words);
    const mandatory = readMandatoryAnswer(words);
    const given = progress.step === 'legal' ? legal && { legal } : mandatory && { mandatory };
    if (!given) return progress;
    const next = { ...progress, answers: { ...progress.answers, ...given } };
    return { ...next, step: nextSelfCheck(factsOf(next, turn, this.deps)) };
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await askAgain(context, instance, (turn) => this.ask(turn, instance.state as Progress, false));
  }

  override async resumeDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const instance = dialog.activeDialog;
    if (instance) await this.repromptDialog(dialog.context, instance);
    return Dialog.EndOfTurn;
  }

  private async move(
    dialog: DialogContext,
    turn: Turn,
    to: Move,
    inPlace: boolean,
  ): Promise<DialogTurnResult> {
    const { step } = to;
    if (!step) {
      const facts = factsOf({ ...to, step: 'legal' }, turn, this.deps);
      const rated = { feature: 'dspt', entry: 'dspt/check', outcome: 'answered' };
      turn.say({ card: await resultCard(turn, this.deps, facts), inPlace, rated });
      return dialog.endDialog();
    }
    const instance = dialog.activeDialog;
    if (instance) instance.state = { ...to, step };
    await this.ask(turn, { ...to, step }, inPlace);
    return Dialog.EndOfTurn;
  }

  private async ask(turn: Turn, progress: Progress, inPlace: boolean): Promise<void> {
    const own =
      progress.step === 'organisation' && turn.scope === 'personal' && !turn.person.guest
        ? await organisationsOf(this.deps.database, turn.person, turn.now)
        : [];
    const known = own.map(({ odsCode, name }) => ({ code: odsCode, name }));
    const { card, options } = askStep(progress, known);
    turn.say({ card, inPlace });
    turn.offer(options);
  }
}

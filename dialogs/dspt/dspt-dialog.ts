/** The stage check: up to three plain questions, then the stage, what it means for NHSmail, and what is missing. */

import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { dsptResultCard } from '../../cards/dspt-result/dspt-result-card.ts';
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { questionCard } from '../../cards/question/question-card.ts';
import { showFact, showNotCovered, sourceLine } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type Answers, nextQuestion, QUESTIONS, type QuestionId, type StageId, stageFor } from './check.ts';
import { nextDeadline } from './deadline.ts';
import { LINKS, STAGES } from './messages.ts';
import { readAnswer } from './read-answer.ts';

const VERB = 'dspt.answer';

interface Progress {
  answers: Answers;
  asking: QuestionId;
}

export class DsptDialog extends Dialog {
  static readonly id = 'dspt';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(DsptDialog.id);
    this.deps = deps;
  }

  override async beginDialog(dialog: DialogContext, request: Request = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dialog.context);
    const { entry, action } = request;
    if (entry?.kind === 'fact' || entry?.kind === 'gap') {
      if (entry.kind === 'fact') showFact(turn, entry);
      else showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
      return dialog.endDialog();
    }
    if (action?.verb === VERB) {
      turn.say({
        card: expiredCard({ what: 'That check is over.', say: 'what DSPT stage are we' }),
        inPlace: true,
      });
      turn.record({ feature: 'dspt', outcome: 'answered', clauses: [], entries: [] });
      return dialog.endDialog();
    }
    return this.ask(dialog, turn, {}, false);
  }

  /** True for a press on the question in progress, and for words that answer it. */
  takes(turn: Turn, state: unknown): boolean {
    const { asking } = state as Progress;
    if (turn.action) return turn.action.verb === VERB && turn.action.data.tag === asking;
    return readAnswer(turn.text) !== undefined;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialog.context);
    const progress = dialog.activeDialog?.state as Progress;
    const answer = turn.action ? readAnswer(String(turn.action.data.answer)) : readAnswer(turn.text);
    if (!answer) return this.ask(dialog, turn, progress.answers, true);
    return this.ask(dialog, turn, { ...progress.answers, [progress.asking]: answer }, true);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    this.sayQuestion(turnOf(context), (instance.state as Progress).asking, false);
  }

  override async resumeDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const instance = dialog.activeDialog;
    if (instance) await this.repromptDialog(dialog.context, instance);
    return Dialog.EndOfTurn;
  }

  private async ask(
    dialog: DialogContext,
    turn: Turn,
    answers: Answers,
    inPlace: boolean,
  ): Promise<DialogTurnResult> {
    turn.record({ feature: 'dspt', outcome: 'answered', clauses: [], entries: ['dspt/check'] });
    const asking = nextQuestion(answers);
    if (!asking) {
      this.sayResult(turn, stageFor(answers), answers, inPlace);
      return dialog.endDialog();
    }
    Object.assign(dialog.activeDialog?.state ?? {}, { answers, asking } satisfies Progress);
    this.sayQuestion(turn, asking, inPlace);
    return Dialog.EndOfTurn;
  }

  private sayQuestion(turn: Turn, asking: QuestionId, inPlace: boolean): void {
    const at = QUESTIONS.findIndex(({ id }) => id === asking);
    const question = QUESTIONS[at];
    if (!question) return;
    turn.say({
      inPlace,
      card: questionCard({
        title: 'DSPT stage check',
        step: `Question ${at + 1} of ${QUESTIONS.length}`,
        question: question.question,
        help: question.help,
        options: [
          { title: 'Yes', value: 'yes' },
          { title: 'Not yet', value: 'no' },
          { title: 'I am not sure', value: 'unsure' },
        ],
        verb: VERB,
        tag: asking,
      }),
    });
  }

  private sayResult(turn: Turn, stage: StageId, answers: Answers, inPlace: boolean): void {
    const { knowledge } = this.deps;
    const deck = knowledge.contents.sources.get('deck-2020');
    turn.say({
      inPlace,
      card: dsptResultCard({
        stage: STAGES[stage].title,
        meaning: STAGES[stage].meaning,
        edition: '',
        forNhsmail: STAGES[stage].forNhsmail,
        missing: QUESTIONS.filter(({ id }) => answers[id] !== undefined && answers[id] !== 'yes').map(
          (each) => each.missing,
        ),
        later: STAGES[stage].later,
        laterSource: STAGES[stage].laterSource,
        deadline: nextDeadline(turn.now, this.deps.timeZone),
        sourceLine: deck ? sourceLine(deck) : '',
        links: LINKS,
        ask: knowledge.contact('helpdesk'),
      }),
    });
  }
}

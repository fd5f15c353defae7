/** "We were in the middle of …": asked when somebody comes back to a question that they left, before it is asked again. */
import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import { questionCard } from '../cards/question/question-card.ts';
import { askAgain } from './ask-again.ts';
import type { Turn } from './turn.ts';

/** A question that nobody answered for so long was left: longer than a shift. In milliseconds. */
const LEFT_MS = 12 * 3_600_000;

const VERB = 'return.answer';
export const RETURN_ANSWERS = { go: 'Continue', again: 'Start again', leave: 'Leave it' } as const;
export type ReturnAnswer = keyof typeof RETURN_ANSWERS;

const GO =
  /^(?:yes|yeah|yep|yup|y|ok|okay|sure|please|yes please|go on|continue|carry on|keep going|resume|let'?s go|lets go on|where were we|ready|i'?m back|back again)\b[^?]{0,20}$/;
const GO_PLAINLY =
  /^(?:go on|continue|carry on|keep going|resume|where were we|i'?m back|back again)\b[^?]{0,20}$/;
const LEAVE = /^(?:no|nope|nah|n|not now|no thanks?|leave(?: it)?|drop it|forget it)\b[^?]{0,20}$/;

/** @returns whether a question in progress was left. */
export function wasLeft({ before, now }: Pick<Turn, 'before' | 'now'>): boolean {
  return before !== undefined && now.getTime() - before.getTime() >= LEFT_MS;
}

/** @returns what was chosen, or undefined when the message is about something else. */
export function readReturn(turn: Turn, shown: boolean): ReturnAnswer | undefined {
  if (turn.action) {
    const answer = String(turn.action.data.answer);
    return turn.action.verb === VERB && answer in RETURN_ANSWERS ? (answer as ReturnAnswer) : undefined;
  }
  const text = turn.text.trim().toLowerCase().replace(/[’‘]/g, "'");
  if (!shown) return GO_PLAINLY.test(text) ? 'go' : undefined;
  if (GO.test(text)) return 'go';
  return LEAVE.test(text) ? 'leave' : undefined;
}

export interface Left {
  of: string;
  /** The dialog that asked. */
  id: string;
  /** Until it was shown, a mere "ok" is no answer to it. */
  shown?: boolean;
}

/** Stands on top of the question that was left. The routing knows what each answer to it does. */
export class ReturnDialog extends Dialog {
  static readonly id = 'return';

  constructor() {
    super(ReturnDialog.id);
  }

  /** Says nothing yet: what the person came with is answered first. */
  override async beginDialog(dialog: DialogContext, left?: Left): Promise<DialogTurnResult> {
    Object.assign(dialog.activeDialog?.state ?? {}, left);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await askAgain(context, instance, (turn) => this.ask(turn, instance.state as Left));
  }

  private ask(turn: Turn, left: Left): void {
    const { of } = left;
    left.shown = true;
    const answers = Object.entries(RETURN_ANSWERS);
    turn.say({
      card: questionCard({
        title: '',
        step: '',
        question: `We were in the middle of ${of}`,
        help: 'Shall we go on where we stopped?',
        options: answers.map(([value, title]) => ({ title, value })),
        verb: VERB,
        tag: of,
        stop: false,
      }),
    });
    turn.offer(
      answers.map(([answer, title]) => ({ title, action: { verb: VERB, data: { answer, tag: of } } })),
    );
  }

  override async resumeDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const instance = dialog.activeDialog;
    const below = dialog.stack.at(-2)?.id;
    // What was said meanwhile may have settled it.
    if (!instance || below !== (instance.state as Left).id) return dialog.endDialog();
    await this.repromptDialog(dialog.context, instance);
    return Dialog.EndOfTurn;
  }
}

/** A dialog that replies at once and is done: most of what people ask. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Request } from './feature.ts';
import { type Turn, turnOf } from './turn.ts';

export abstract class OneReplyDialog extends Dialog {
  /** Says the reply and records what came of it. */
  protected abstract reply(turn: Turn, request: Request): void | Promise<void>;

  override async beginDialog(dialog: DialogContext, request: Request = {}): Promise<DialogTurnResult> {
    await this.reply(turnOf(dialog.context), request);
    return dialog.endDialog();
  }
}

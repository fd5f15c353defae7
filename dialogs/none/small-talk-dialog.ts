/** Greetings, thanks, and what does not belong here: a short fitting reply. */
import { showNotCovered, showSmallTalk } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';

export class SmallTalkDialog extends OneReplyDialog {
  static readonly id = 'none';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(SmallTalkDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { entry }: Request): void {
    if (entry?.kind === 'small-talk') return showSmallTalk(turn, entry);
    showNotCovered(turn, this.deps.knowledge, { gap: entry?.kind === 'gap' ? entry : undefined, near: [] });
  }
}

/** What NHSmail gives an organisation, from the 2020 slides. */
import { showFact, showNotCovered } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';

export class BenefitsDialog extends OneReplyDialog {
  static readonly id = 'benefits';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(BenefitsDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { entry }: Request): void {
    if (entry?.kind === 'fact') return showFact(turn, entry);
    showNotCovered(turn, this.deps.knowledge, { gap: entry?.kind === 'gap' ? entry : undefined, near: [] });
  }
}

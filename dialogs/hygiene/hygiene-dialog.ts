/** Account inactivity: facts for everybody, a person's own account for them, organisations' accounts for administrators. */
import { showFact, showNotCovered } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { acknowledge } from './acknowledge.ts';
import { showMyAccount } from './my-account.ts';
import { showReport } from './report.ts';
import { cancelWarnings, confirmWarnings, proposeToSend } from './warnings.ts';

export class HygieneDialog extends OneReplyDialog {
  static readonly id = 'hygiene';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(HygieneDialog.id);
    this.deps = deps;
  }

  protected override async reply(turn: Turn, { entry, opens, action }: Request): Promise<void> {
    if (entry?.kind === 'fact') return showFact(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    turn.record({ feature: 'hygiene', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
    switch (action?.verb ?? opens) {
      case 'hygiene.report':
        return showReport(turn, this.deps);
      case 'hygiene.propose':
        return proposeToSend(turn, this.deps, String(action?.data.ods ?? ''));
      case 'hygiene.confirm':
        return confirmWarnings(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.cancel':
        return cancelWarnings(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.acknowledge':
        return acknowledge(turn);
      default:
        return showMyAccount(turn, this.deps);
    }
  }
}

/** Password help: the rules and the steps. It never asks for a password. Policy clause 3.1.5. */
import { messageCard } from '../../cards/message/message-card.ts';
import { showFact, showNotCovered } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { WHAT_IS_WRONG } from './messages.ts';

/** Until we know when a password was last changed, its lifetime is the answer to "when does mine run out". */
const LIFETIME = 'password/how-long-it-lasts';

export class PasswordDialog extends OneReplyDialog {
  static readonly id = 'password';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(PasswordDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { entry, opens }: Request): void {
    if (entry?.kind === 'fact') return showFact(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    const lifetime = this.deps.knowledge.entry(LIFETIME);
    if (opens === 'password.expiry' && lifetime?.kind === 'fact') return showFact(turn, lifetime);
    turn.say({ card: messageCard(WHAT_IS_WRONG) });
    turn.record({ feature: 'password', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
  }
}

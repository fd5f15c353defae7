/** Whom to ask when the assistant is not enough. */
import { personCard } from '../../cards/person/person-card.ts';
import { showFact, showNotCovered, sourceLine } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { HELPDESK, READY_FOR_THE_HELPDESK } from './messages.ts';

export class HumanDialog extends OneReplyDialog {
  static readonly id = 'human';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(HumanDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { entry }: Request): void {
    if (entry?.kind === 'fact') return showFact(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    const { knowledge } = this.deps;
    const source = knowledge.contents.sources.get('deck-2020');
    turn.say({
      card: personCard({
        ...HELPDESK,
        sourceLine: source ? sourceLine(source) : '',
        ask: knowledge.contact('local-administrator'),
        details: READY_FOR_THE_HELPDESK,
      }),
    });
    turn.record({
      feature: 'human',
      outcome: 'needs-a-person',
      clauses: [],
      entries: entry ? [entry.id] : [],
    });
  }
}

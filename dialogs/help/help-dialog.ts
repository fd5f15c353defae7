/** The menu, and what the assistant says about itself. */
import { menuCard } from '../../cards/menu/menu-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { showFact, showNotCovered, showSmallTalk } from '../answers.ts';
import { administers, type DialogDeps, type Request } from '../feature.ts';
import { features } from '../index.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Person, Turn } from '../turn.ts';
import { NONE_OF_THESE } from './messages.ts';

export class HelpDialog extends OneReplyDialog {
  static readonly id = 'help';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(HelpDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { entry, action }: Request): void {
    if (entry?.kind === 'small-talk') return showSmallTalk(turn, entry);
    if (entry?.kind === 'fact') return showFact(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    if (action?.verb === 'help.none') {
      turn.say({ card: messageCard(NONE_OF_THESE) });
      return turn.record({ feature: 'help', outcome: 'not-covered', clauses: [], entries: [] });
    }
    turn.say({ card: menuCard({ items: menuFor(turn.person), administrator: administers(turn.person) }) });
    turn.record({ feature: 'help', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
  }
}

/** The menu derives from the features, and holds more for administrators. */
export function menuFor(person: Person): { title: string; detail: string; say: string }[] {
  return features
    .flatMap((feature) => feature.menu)
    .filter((item) => item.for !== 'administrators' || administers(person))
    .map(({ title, detail, say }) => ({ title, detail, say }));
}

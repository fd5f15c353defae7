/** The menu, and what the assistant says about itself. */
import { menuCard } from '../../cards/menu/menu-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { showChoice, showFact, showNotCovered, showSmallTalk } from '../answers.ts';
import { administers, type DialogDeps, type Request } from '../feature.ts';
import { features } from '../index.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { NONE_OF_THESE } from './messages.ts';
import { askToDelete, deleteMyData, showMyData } from './my-data.ts';

/** What "remind me" can mean where nothing says of what. */
const REMINDED_OF = ['password/expiry', 'dspt/remind-me'];

export class HelpDialog extends OneReplyDialog {
  static readonly id = 'help';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(HelpDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, request: Request): void | Promise<void> {
    const { entry, action, opens } = request;
    const place = action?.verb ?? opens;
    if (place === 'help.my-data' || place === 'help.delete-my-data' || place === 'help.forget-me') {
      turn.record({ feature: 'help', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
      if (place === 'help.my-data') return showMyData(turn, this.deps);
      return place === 'help.forget-me' ? deleteMyData(turn, this.deps) : askToDelete(turn);
    }
    if (place === 'help.remind')
      return showChoice(
        turn,
        REMINDED_OF.flatMap((id) => this.deps.knowledge.entry(id) ?? []),
      );
    if (entry?.kind === 'small-talk') return showSmallTalk(turn, entry);
    if (entry?.kind === 'fact') return showFact(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    if (action?.verb === 'help.none') {
      turn.say({ card: messageCard(NONE_OF_THESE) });
      return turn.record({ feature: 'help', outcome: 'not-covered', clauses: [], entries: [] });
    }
    const items = menuFor(turn);
    turn.say({ card: menuCard({ items, administrator: administersHere(turn) }) });
    turn.offer(items.map(({ title, say }) => ({ title, action: { verb: 'help.say', data: { say } } })));
    turn.record({ feature: 'help', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
  }
}

/** The menu derives from the features. It holds more for administrators, in a chat that nobody else reads. */
export function menuFor(
  turn: Pick<Turn, 'person' | 'scope'>,
): { title: string; detail: string; say: string }[] {
  return features
    .flatMap((feature) => feature.menu)
    .filter((item) => item.for !== 'administrators' || administersHere(turn))
    .map(({ title, detail, say }) => ({ title, detail, say }));
}

function administersHere({ person, scope }: Pick<Turn, 'person' | 'scope'>): boolean {
  return scope === 'personal' && administers(person);
}

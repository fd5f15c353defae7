/** Administrators: who looks after which organisation, giving somebody access, and ending it. */
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { askToEnd, endAccess } from './end.ts';
import { askWhom, checkGift, giveAccess } from './give.ts';
import { showAdministrators } from './list.ts';

export class AccessDialog extends OneReplyDialog {
  static readonly id = 'access';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(AccessDialog.id);
    this.deps = deps;
  }

  protected override async reply(turn: Turn, { opens, action, entry }: Request): Promise<void> {
    turn.record({ feature: 'access', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
    const data = action?.data ?? {};
    switch (action?.verb ?? opens) {
      case 'access.give':
        return askWhom(turn, this.deps);
      case 'access.check':
        return checkGift(turn, this.deps, data);
      case 'access.givenow':
        return giveAccess(turn, this.deps, data);
      case 'access.end':
        return askToEnd(turn, this.deps, data);
      case 'access.endnow':
        return endAccess(turn, this.deps, data);
      default:
        return showAdministrators(turn, this.deps, Number(data.page));
    }
  }
}

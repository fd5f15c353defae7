/** A person when one is needed: the question goes to the helpers of one's organisation, or it is said whom to ring. */
import { messageCard } from '../../cards/message/message-card.ts';
import { showFact, showNotCovered } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { helperPresses } from './answering.ts';
import { sendForm, showForm } from './ask.ts';
import { askerPresses } from './asker.ts';
import { askForChannel, stopChannel, useChannel } from './channel.ts';
import { DROPPED, NOT_THIS_CHANNEL } from './messages.ts';
import { questionIn } from './question-in.ts';
import { whomToRingCard } from './whom-to-ring.ts';

export class HumanDialog extends OneReplyDialog {
  static readonly id = 'human';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(HumanDialog.id);
    this.deps = deps;
  }

  protected override async reply(turn: Turn, { entry, opens, action }: Request): Promise<void> {
    const { deps } = this;
    if (entry?.kind === 'fact') return showFact(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, deps.knowledge, { gap: entry, near: [] });
    const entries = entry ? [entry.id] : [];
    turn.record({ feature: 'human', outcome: 'needs-a-person', clauses: [], entries });
    const data = action?.data ?? {};
    const place = action?.verb ?? opens;
    switch (place) {
      case 'human.channel':
        return askForChannel(turn, deps);
      case 'human.usechannel':
        return useChannel(turn, deps, data.channel);
      case 'human.nochannel':
        return stopChannel(turn, deps);
      case 'human.send':
        return turn.scope === 'personal' ? sendForm(turn, deps, data) : this.sayWhom(turn);
      case 'human.drop':
        return turn.say({
          card: messageCard(turn.scope === 'channel' ? NOT_THIS_CHANNEL : DROPPED),
          inPlace: true,
        });
      case 'human.take':
      case 'human.answer':
      case 'human.close':
      case 'human.reopen':
        return helperPresses(turn, deps, STEPS[place], data);
      case 'human.reply':
        return askerPresses(turn, deps, 'reply', data);
      case 'human.solved':
        return askerPresses(turn, deps, 'solved', data);
      default:
        // What one asks is nobody else's to read.
        return turn.scope === 'personal'
          ? showForm(turn, deps, data, questionIn(turn.text))
          : this.sayWhom(turn);
    }
  }

  private sayWhom(turn: Turn): void {
    turn.say({ card: whomToRingCard(this.deps.knowledge, { lead: '' }) });
  }
}

const STEPS = {
  'human.take': 'take',
  'human.answer': 'answer',
  'human.close': 'close',
  'human.reopen': 'reopen',
} as const;

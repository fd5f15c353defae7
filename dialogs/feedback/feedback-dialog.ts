/** "Not what I asked": what else the question may have been, and a person. And how the answers did, for administrators. */
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { notAskedCard } from '../../cards/not-asked/not-asked-card.ts';
import { detailOf, titleOf } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Asked, Turn } from '../turn.ts';
import { sendWeekly, showWeek } from './weekly-summary.ts';

export class FeedbackDialog extends OneReplyDialog {
  static readonly id = 'feedback';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(FeedbackDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { action, opens }: Request): void | Promise<void> {
    const place = action?.verb ?? opens;
    if (place === 'feedback.notasked')
      return notAsked(turn, this.deps, action && String(action.data.entry ?? ''));
    turn.record({ feature: 'feedback', outcome: 'answered', clauses: [], entries: [] });
    if (place === 'feedback.weekly') return showWeek(turn, this.deps);
    if (place === 'feedback.weeklyon') return sendWeekly(turn, this.deps, true);
    if (place === 'feedback.weeklyoff') return sendWeekly(turn, this.deps, false);
    turn.say({ card: expiredCard({ what: 'This button' }) });
  }
}

/** @param pressed the entry on whose card the button was, which may be an old one; undefined for words. */
function notAsked(turn: Turn, { knowledge }: DialogDeps, pressed: string | undefined): void {
  const { asked } = turn;
  const answer = answerMeant(asked, pressed, (id) => knowledge.entry(id)?.feature);
  const isLast = pressed === undefined || pressed === asked?.answer?.entry || pressed === asked?.refused;
  const others = isLast ? (asked?.others ?? []) : [];
  const options = others.flatMap((id) => knowledge.entry(id) ?? []);
  turn.say({
    card: notAskedCard({
      options: options.map((entry) => ({ title: titleOf(entry), detail: detailOf(entry), entry: entry.id })),
      feature: answer?.feature ?? '',
    }),
  });
  turn.offer(
    options.map((entry) => ({
      title: titleOf(entry),
      action: { verb: 'help.entry', data: { entry: entry.id } },
    })),
  );
  turn.mayHaveMeant(others);
  const refused = answer?.entry ?? asked?.refused;
  turn.record({
    feature: 'feedback',
    outcome: options.length > 0 ? 'choose' : 'needs-a-person',
    clauses: [],
    entries: [],
    ...(answer && answer.entry !== asked?.refused && { notAsked: answer }),
    ...(refused && { refused }),
  });
}

/** Words are about the last answer. What a button brings comes from the client, so only an entry of ours counts. */
function answerMeant(
  asked: Asked | undefined,
  pressed: string | undefined,
  featureOf: (entry: string) => string | undefined,
): Asked['answer'] {
  if (pressed === undefined || pressed === asked?.answer?.entry) return asked?.answer;
  const feature = featureOf(pressed);
  return feature ? { feature, entry: pressed, outcome: 'answered' } : undefined;
}

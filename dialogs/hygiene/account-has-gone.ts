/** "My colleague's account has gone": how long it can be brought back, and whom to ring. It looks nobody up. */
import { factAnswerCard } from '../../cards/fact-answer/fact-answer-card.ts';
import { laterLines, laterTitle, sourceLine } from '../answers.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { ACCOUNT_HAS_GONE } from './absence-messages.ts';

const RESTORE_WINDOW = 'hygiene/restore-window';

export function showAccountHasGone(turn: Turn, { knowledge }: DialogDeps): void {
  const window = knowledge.entry(RESTORE_WINDOW);
  if (window?.kind !== 'fact') throw new Error(`There is no fact ${RESTORE_WINDOW}.`);
  turn.say({
    card: factAnswerCard({
      ...ACCOUNT_HAS_GONE,
      answer: window.answer,
      quote: window.quote ?? '',
      sourceLine: sourceLine(window.source),
      later: laterLines(window.later),
      laterTitle: laterTitle(window.source, window.later),
      links: window.links,
      ask: window.ask,
      feature: 'hygiene',
    }),
  });
  turn.record({ feature: 'hygiene', outcome: 'answered', clauses: [], entries: [RESTORE_WINDOW] });
}

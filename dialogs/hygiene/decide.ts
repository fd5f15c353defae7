/** An administrator decides about an account, or takes the last decision back. */
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { Decision } from '../../hygiene/decision.ts';
import { decide, undoDecision } from '../../hygiene/decisions.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { type AccountPlace, showAccount } from './account.ts';
import { showForm, type Typed } from './account-form.ts';
import { DONE, NO_SUCH_ACCOUNT, PROBLEMS } from './account-messages.ts';
import { organisationsFor } from './report.ts';

/** @param kind comes from a button, like everything that was typed. */
export async function keepDecision(
  turn: Turn,
  deps: DialogDeps,
  about: AccountPlace,
  kind: string,
  typed: Typed,
): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const decision = decisionFrom(kind, typed);
  if (!decision) return turn.say({ card: expiredCard({ what: 'This button', say: 'hygiene report' }) });
  const result = await decide(deps.database, { ...decider(turn, deps, about.address), decision });
  switch (result.outcome) {
    case 'decided':
      return showAccount(
        turn,
        deps,
        about,
        DONE[decision.kind === 'counts-as' ? decision.as : decision.kind],
      );
    case 'refused':
      return showForm(turn, deps, about, kind, {
        typed,
        problems: result.problems.map((problem) => PROBLEMS[problem]),
      });
    case 'not-seen':
      turn.say({ card: messageCard(NO_SUCH_ACCOUNT), inPlace: true });
  }
}

/** @param auditId of the decision that was shown as the last one. */
export async function undo(
  turn: Turn,
  deps: DialogDeps,
  about: AccountPlace,
  auditId: number,
): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const { outcome } = await undoDecision(deps.database, { ...decider(turn, deps, about.address), auditId });
  switch (outcome) {
    case 'undone':
      return showAccount(turn, deps, about, DONE.undone);
    case 'expired':
      return showAccount(turn, deps, about, DONE.notUndone);
    case 'not-seen':
      turn.say({ card: messageCard(NO_SUCH_ACCOUNT), inPlace: true });
  }
}

function decider(turn: Turn, { timeZone }: DialogDeps, address: string) {
  return { administrator: turn.person, address, day: dayIn(timeZone, turn.now), now: turn.now };
}

function decisionFrom(kind: string, { day, approver }: Typed): Decision | undefined {
  switch (kind) {
    case 'absent':
      return { kind, until: day, approvedBy: approver };
    case 'leaver':
      return { kind, from: day };
    case 'needed':
      return { kind };
    case 'shared':
    case 'application':
      return { kind: 'counts-as', as: kind };
    default:
      return undefined;
  }
}

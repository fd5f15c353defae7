/** "Send warnings": a dry run first, then a yes, and only then are messages owed. Every step asks again who it is. */
import { messageCard } from '../../cards/message/message-card.ts';
import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import { sendProposalCard } from '../../cards/send-proposal/send-proposal-card.ts';
import { expectedEnd } from '../../delivery/expected-end.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import { cancelSend, confirmSend, proposeWarnings } from '../../hygiene/warnings.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { CANCELLED, CONFIRM_OUTCOMES, confirmed, NO_PROFILE_CHOSEN, proposalRefused } from './messages.ts';
import { organisationsFor } from './report.ts';
import { finishWords } from './send-messages.ts';

const LISTED = 10;

export async function proposeToSend(turn: Turn, deps: DialogDeps, odsCode: string): Promise<void> {
  const organisations = await organisationsFor(turn, deps);
  const organisation = organisations?.find((each) => each.odsCode === odsCode);
  if (!organisations) return;
  if (!organisation) return turn.say({ card: notAdministratorCard() });
  const { profile } = deps;
  if (!profile) return turn.say({ card: messageCard(NO_PROFILE_CHOSEN) });
  const proposal = await proposeWarnings(deps.database, {
    odsCode,
    administrator: turn.person,
    profile,
    day: dayIn(deps.timeZone, turn.now),
    now: turn.now,
  });
  if (proposal.outcome === 'not-administrator') return turn.say({ card: notAdministratorCard() });
  if (proposal.outcome !== 'proposed') return turn.say({ card: messageCard(proposalRefused(proposal)) });
  turn.say({
    card: sendProposalCard({
      sendId: proposal.sendId,
      organisation: `${organisation.name} (${organisation.odsCode})`,
      profileLine: `${profile.title}. Source: ${profile.source}`,
      reportLine: sayDay(proposal.reportDate),
      // Those who will get one are named first.
      recipients: proposal.recipients
        .toSorted((one, other) => Number(other.reachable) - Number(one.reachable))
        .slice(0, LISTED)
        .map(({ name, address, why, reachable }) => ({
          name,
          address,
          why,
          reach: reachable ? 'in Teams' : 'cannot be reached here',
        })),
      reachable: proposal.reachable,
      unreachable: proposal.unreachable,
      more: Math.max(proposal.recipients.length - LISTED, 0),
      finishBy: await finishBy(turn, deps, proposal.reachable),
    }),
  });
}

/** @returns empty text when there is nobody to write to. */
async function finishBy(turn: Turn, deps: DialogDeps, messages: number): Promise<string> {
  if (messages === 0) return '';
  const { database, sendsPerSecond: perSecond, timeZone } = deps;
  const { tenantId } = turn.person;
  const end = await expectedEnd(database, { tenantId, messages, perSecond, now: turn.now });
  return finishWords(end, turn.now, timeZone);
}

export async function confirmWarnings(turn: Turn, deps: DialogDeps, sendId: string): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const result = await confirmSend(deps.database, { sendId, administrator: turn.person, now: turn.now });
  if (result.outcome === 'confirmed') {
    deps.wakeDelivery();
    return turn.say({ card: messageCard(confirmed(result.count)), inPlace: true });
  }
  turn.say({ card: messageCard(CONFIRM_OUTCOMES[result.outcome]), inPlace: true });
}

export async function cancelWarnings(turn: Turn, deps: DialogDeps, sendId: string): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const { outcome } = await cancelSend(deps.database, { sendId, administrator: turn.person, now: turn.now });
  turn.say({
    card: messageCard(outcome === 'cancelled' ? CANCELLED : CONFIRM_OUTCOMES[outcome]),
    inPlace: true,
  });
}

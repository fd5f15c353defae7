/** Ending somebody's access: what would end with it is shown first, and then it takes a yes. */
import { rehearse } from '../../access/rehearse.ts';
import { type Revocation, type RevokeOutcome, revokeAccess } from '../../access/revoke.ts';
import { accessChangeCard } from '../../cards/access-change/access-change-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import { administeredOrRefused } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { codesIn, textIn } from './gift.ts';
import { namesOf } from './give.ts';
import { CANNOT_END, ENDED, passedOnWords } from './messages.ts';

type Data = Readonly<Record<string, unknown>>;

export async function askToEnd(turn: Turn, deps: DialogDeps, data: Data): Promise<void> {
  const organisations = await administeredOrRefused(turn, deps);
  if (!organisations) return;
  const revocation = revocationOf(turn, data);
  const result = await rehearse(deps.database, (transaction) => revokeAccess(transaction, revocation));
  if (result.outcome !== 'revoked') return sayWhyNot(turn, result);
  turn.say({
    card: accessChangeCard({
      ends: true,
      who: result.address ?? '',
      organisations: namesOf(organisations, result.odsCodes),
      until: '',
      notes: passedOnWords(result.passedOn),
      person: revocation.from.aadObjectId,
      ods: result.odsCodes.join(','),
      day: '',
    }),
    inPlace: true,
  });
}

export async function endAccess(turn: Turn, deps: DialogDeps, data: Data): Promise<void> {
  if (!(await administeredOrRefused(turn, deps))) return;
  const revocation = revocationOf(turn, data);
  const result = await deps.database.transaction((transaction) => revokeAccess(transaction, revocation));
  if (result.outcome !== 'revoked') return sayWhyNot(turn, result);
  turn.say({ card: messageCard(ENDED), inPlace: true });
}

function revocationOf(turn: Turn, data: Data): Revocation {
  const { tenantId, aadObjectId } = turn.person;
  return {
    by: { tenantId, aadObjectId },
    from: { tenantId, aadObjectId: textIn(data.person) },
    odsCodes: codesIn(data.ods),
    now: turn.now,
  };
}

function sayWhyNot(turn: Turn, result: Exclude<RevokeOutcome, { outcome: 'revoked' }>): void {
  if (result.outcome === 'not-yours') return turn.say({ card: notAdministratorCard() });
  // Whoever was quicker, it is over; a turn that runs twice finds it so as well.
  if (result.outcome === 'none') return turn.say({ card: messageCard(ENDED), inPlace: true });
  turn.say({ card: messageCard(CANNOT_END[result.outcome]), inPlace: true });
}

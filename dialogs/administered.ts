/** Which organisations a person may see and act for at this moment: the one question before every such step. */
import { type Organisation, organisationsOf } from '../access/administrators.ts';
import { messageCard } from '../cards/message/message-card.ts';
import { notAdministratorCard } from '../cards/not-administrator/not-administrator-card.ts';
import { administers, type DialogDeps } from './feature.ts';
import { ONLY_IN_PRIVATE } from './messages.ts';
import type { Turn } from './turn.ts';

/** Nobody's in a chat that others read, nobody's for a guest, and none when Teams' roster does not know the person. */
export async function administeredBy(turn: Turn, deps: DialogDeps): Promise<Organisation[]> {
  if (turn.scope !== 'personal' || !administers(turn.person)) return [];
  const found = await deps.roster.lookUp(turn);
  if (!found || found.guest) return [];
  return organisationsOf(deps.database, turn.person, turn.now);
}

/** The same, or a kind refusal that shows nothing. */
export async function administeredOrRefused(
  turn: Turn,
  deps: DialogDeps,
): Promise<Organisation[] | undefined> {
  if (turn.scope !== 'personal') {
    turn.say({ card: messageCard(ONLY_IN_PRIVATE) });
    return undefined;
  }
  const organisations = await administeredBy(turn, deps);
  if (organisations.length > 0) return organisations;
  turn.say({ card: notAdministratorCard() });
  return undefined;
}

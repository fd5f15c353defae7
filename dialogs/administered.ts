/** Which organisations a person may see and act for at this moment: the one question before every such step. */
import { type Organisation, organisationsOf } from '../hygiene/administrators.ts';
import { administers, type DialogDeps } from './feature.ts';
import type { Turn } from './turn.ts';

/** Nobody's in a chat that others read, nobody's for a guest, and none when Teams' roster does not know the person. */
export async function administeredBy(turn: Turn, deps: DialogDeps): Promise<Organisation[]> {
  if (turn.scope !== 'personal' || !administers(turn.person)) return [];
  const found = await deps.roster.lookUp(turn);
  if (!found || found.guest) return [];
  return organisationsOf(deps.database, turn.person, turn.now);
}

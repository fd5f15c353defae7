/** Which helpers a person can ask: those of the organisation of their account, and of those they administer. */
import { organisationsOf } from '../../access/administrators.ts';
import { organisationOfAccount } from '../../hygiene/organisation-of-account.ts';
import { channelsInUse, type HelperChannel } from '../../tickets/question-channels.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';

export type WhereToAsk =
  | { outcome: 'found'; channels: [HelperChannel, ...HelperChannel[]]; name: string }
  /** `isNas` when all of their organisations are run by NAS. */
  | { outcome: 'no-channel'; isNas: boolean }
  | { outcome: 'unknown' };

/** Asked afresh each time. A person is known by what Teams' roster says; a guest has no organisation here. */
export async function whereToAsk(turn: Turn, deps: DialogDeps): Promise<WhereToAsk> {
  const found = await deps.roster.lookUp(turn);
  if (!found || found.guest) return { outcome: 'unknown' };
  const own = await organisationOfAccount(deps.database, found.address);
  const administered = await organisationsOf(deps.database, turn.person, turn.now);
  const all = [...(own ? [own] : []), ...administered];
  if (all.length === 0) return { outcome: 'unknown' };
  const inUse = await channelsInUse(
    deps.database,
    all.map(({ odsCode }) => odsCode),
  );
  const channels = inUse.filter(({ tenantId }) => tenantId === turn.person.tenantId);
  // Their own first: it is the one that is chosen until they choose another.
  const [first, ...others] = channels.toSorted(
    (one, other) => Number(other.odsCode === own?.odsCode) - Number(one.odsCode === own?.odsCode),
  );
  if (!first) return { outcome: 'no-channel', isNas: all.every(({ isNas }) => isNas) };
  const name = own ? `${own.displayName} (${found.address})` : found.address;
  return { outcome: 'found', channels: [first, ...others], name };
}

/** "Administrators": who looks after the organisations that this administrator looks after. */
import { CONFIGURATION, samePerson } from '../../access/held-access.ts';
import { type ListedAccess, listAdministrators } from '../../access/list-administrators.ts';
import { accessListCard } from '../../cards/access-list/access-list-card.ts';
import { administeredOrRefused } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { givenWords, untilWords } from './messages.ts';

const ROWS = 6;

/** @param page from 1, as a button brings it: anything else is the first. */
export async function showAdministrators(turn: Turn, deps: DialogDeps, page: number): Promise<void> {
  const organisations = await administeredOrRefused(turn, deps);
  if (!organisations) return;
  const at = Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1;
  const question = { odsCodes: organisations.map(({ odsCode }) => odsCode), now: turn.now, limit: ROWS };
  const found = await listAdministrators(deps.database, { ...question, offset: (at - 1) * ROWS });
  // Somebody's access ended since, and the page with it.
  if (found.length === 0 && at > 1) return showAdministrators(turn, deps, 1);
  const total = found[0]?.total ?? 0;
  const first = (at - 1) * ROWS + 1;
  turn.say({
    card: accessListCard({
      rows: found.map((row) => rowOf(row, turn, deps)),
      range: total > ROWS ? `${first} to ${first + found.length - 1} of ${total}` : '',
      previous: at - 1,
      next: first + found.length - 1 < total ? at + 1 : 0,
    }),
    inPlace: true,
  });
}

function rowOf(row: ListedAccess, turn: Turn, { timeZone }: DialogDeps) {
  const isReader = samePerson(row, turn.person);
  return {
    who: `${row.address ?? ''}${isReader ? ' (you)' : ''}`.trim(),
    organisation: `${row.organisation} (${row.odsCode})`,
    until: untilWords(row.until, timeZone),
    given: givenWords(row),
    person: isReader || row.grantedBy === CONFIGURATION ? '' : row.aadObjectId,
    ods: row.odsCode,
  };
}

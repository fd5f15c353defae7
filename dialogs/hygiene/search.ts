/** "Search for Priya", "who is due": an administrator asks for accounts in words. */
import { hygieneReport } from '../../hygiene/account-report.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { showAccount } from './account.ts';
import { listAskedFor, searchedFor } from './hears-administrator.ts';
import { profilesFor } from './my-account.ts';
import { FIRST_PLACE, filterOf, wordsIn } from './place.ts';
import { organisationsFor, showReport } from './report.ts';

/** One account is opened at once; several are listed. */
export async function search(turn: Turn, deps: DialogDeps): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const place = { ...FIRST_PLACE, find: wordsIn(searchedFor(said(turn))) };
  const { accounts, matching } = await hygieneReport(deps.database, {
    reader: turn.person,
    profile: profilesFor(deps)[0],
    day: dayIn(deps.timeZone, turn.now),
    now: turn.now,
    filter: filterOf(place),
    pageSize: 1,
  });
  const [only] = accounts;
  if (matching === 1 && only) return showAccount(turn, deps, { address: only.address, place });
  return showReport(turn, deps, place);
}

export function showWho(turn: Turn, deps: DialogDeps): Promise<void> {
  return showReport(turn, deps, { ...FIRST_PLACE, stage: listAskedFor(said(turn)) });
}

/** What they typed, or what a button said for them. */
function said({ text, action }: Turn): string {
  return action ? String(action.data.say ?? '') : text;
}

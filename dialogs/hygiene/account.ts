/** One account, opened from the report or found by its name: only for whoever administers it at this moment. */
import { accountDetailCard } from '../../cards/account-detail/account-detail-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { type AccountView, viewAccount } from '../../hygiene/account-view.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { decidedLines, factsOf, NO_SUCH_ACCOUNT, pastLine, whenLine } from './account-messages.ts';
import { reminderLine } from './account-reminders.ts';
import { stageTitles } from './messages.ts';
import { profilesFor } from './my-account.ts';
import type { ReportPlace } from './place.ts';
import { organisationsFor } from './report.ts';
import { reportLine, tooOldLine } from './report-messages.ts';

/** What a card of one account is about. */
export interface AccountPlace {
  address: string;
  /** Where in the report to go back to. */
  place: ReportPlace;
}

const PAST_SHOWN = 5;
/** There is nothing to decide about an account that is gone. */
const GONE: readonly string[] = ['restorable', 'removed'];

/** @returns the account, or nothing after having said why there is none to see. */
export async function accountFor(
  turn: Turn,
  deps: DialogDeps,
  address: string,
): Promise<AccountView | undefined> {
  if (!(await organisationsFor(turn, deps))) return undefined;
  const view = await viewAccount(deps.database, {
    reader: turn.person,
    address,
    profile: profilesFor(deps)[0],
    day: dayIn(deps.timeZone, turn.now),
    now: turn.now,
  });
  if (!view) turn.say({ card: messageCard(NO_SUCH_ACCOUNT), inPlace: true });
  return view;
}

/** @param done what has just been done with it, in a sentence. */
export async function showAccount(
  turn: Turn,
  deps: DialogDeps,
  { address, place }: AccountPlace,
  done = '',
): Promise<void> {
  const view = await accountFor(turn, deps, address);
  if (!view) return;
  const { account, standing, decided, decisions } = view;
  const [profile] = profilesFor(deps);
  const day = dayIn(deps.timeZone, turn.now);
  turn.say({
    inPlace: true,
    card: accountDetailCard({
      done,
      name: account.displayName,
      address: account.address,
      organisation: `${view.organisation} (${account.odsCode})`,
      stage: stageTitles[standing.stage],
      when: whenLine(standing),
      why: standing.why,
      rule: standing.rule,
      ruleSource: standing.source,
      reportLine: reportLine(view),
      tooOld: tooOldLine(view, profile),
      facts: factsOf(view),
      youCan: standing.adminCan,
      decided: decidedLines(decided, day).map((text) => ({ text })),
      past: decisions.slice(0, PAST_SHOWN).map((past) => pastLine(past, turn.person, deps.timeZone)),
      reminder: await reminderLine(turn, deps, account.address),
      decisions: GONE.includes(standing.stage) ? [] : decisionsFor(view),
      undo: view.undoable?.auditId ?? 0,
      place,
    }),
  });
}

function decisionsFor({ account }: AccountView) {
  const all = [
    { title: 'Planned absence', verb: 'hygiene.form' as const, decision: 'absent' },
    { title: 'Leaver', verb: 'hygiene.form' as const, decision: 'leaver' },
    { title: 'Still needed', verb: 'hygiene.decide' as const, decision: 'needed' },
    { title: 'It is a shared mailbox', verb: 'hygiene.decide' as const, decision: 'shared' },
    { title: 'It is an application account', verb: 'hygiene.decide' as const, decision: 'application' },
  ];
  return all.filter(({ decision }) => decision !== account.kind);
}

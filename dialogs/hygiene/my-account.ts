/** "Is my account at risk": where this person's own account stands. */

import { accountStandingCard } from '../../cards/account-standing/account-standing-card.ts';
import type { Card } from '../../cards/adaptive-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { accountOfPerson, type PersonsAccount } from '../../hygiene/account-of-person.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { sayRange } from '../../hygiene/standing-words.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import {
  DAY_HAS_PASSED,
  daysLeftWords,
  headlineByRule,
  headlineFor,
  NO_ACCOUNT_FOUND,
  ONLY_IN_PERSONAL_CHAT,
  otherRule,
  reportAge,
  seenInTeams,
  stageTitles,
} from './messages.ts';

/** The rules to compare with when nobody has chosen: the demonstration's first. */
export function profilesFor({ profile, profiles }: DialogDeps): [LifecycleProfile, ...LifecycleProfile[]] {
  const all = [...profiles.values()];
  const chosen = profile ?? all[0];
  if (!chosen) throw new Error('There is no lifecycle profile.');
  return [chosen, ...all.filter((each) => each !== chosen)];
}

export async function showMyAccount(turn: Turn, deps: DialogDeps): Promise<void> {
  // An account is nobody else's business: in a group it is not shown.
  if (turn.scope !== 'personal') return turn.say({ card: messageCard(ONLY_IN_PERSONAL_CHAT) });
  const found = await deps.roster.lookUp(turn);
  if (!found || found.guest) return turn.say({ card: messageCard(NO_ACCOUNT_FOUND) });
  const day = dayIn(deps.timeZone, turn.now);
  const result = await accountOfPerson(deps.database, found.address, day, profilesFor(deps));
  if (result.outcome === 'not-in-a-report') return turn.say({ card: messageCard(NO_ACCOUNT_FOUND) });
  const rated = { feature: 'hygiene', entry: 'hygiene/my-account', outcome: 'answered' };
  turn.say({ card: standingCard(result, profilesFor(deps)), rated });
}

type Found = Extract<PersonsAccount, { outcome: 'found' }>;

/** The rule that gives the least time leads, whichever is in force: nobody should be comforted by the later day. */
function standingCard(found: Found, profiles: [LifecycleProfile, ...LifecycleProfile[]]): Card {
  const { account, standing, earlier, earlierProfile, organisation, reportDate } = found;
  const [chosen] = profiles;
  const leading = earlier ?? standing;
  const seen = seenInTeams(leading.stage, profiles);
  return accountStandingCard({
    address: account.address,
    organisation,
    stage: leading.stage,
    stageTitle: stageTitles[leading.stage],
    headline: earlierProfile ? headlineByRule(leading, earlierProfile.year) : headlineFor(leading),
    date: leading.range
      ? `Between ${sayRange(leading.range)}`
      : leading.happensOn
        ? sayDay(leading.happensOn)
        : '',
    daysLeft: leading.stage === 'overdue' ? DAY_HAS_PASSED : daysLeftWords(leading.daysLeft),
    why: leading.why,
    seen: seen?.words ?? '',
    seenSource: seen?.source ?? '',
    rule: leading.rule,
    ruleSource: leading.source,
    other: earlier ? [{ text: otherRule(standing, chosen), source: standing.source }] : [],
    doNow: leading.doNow,
    reportDate: sayDay(reportDate),
    reportAge: reportAge(found.reportAgeInDays, found.tooOld),
    ask: leading.ask,
  });
}

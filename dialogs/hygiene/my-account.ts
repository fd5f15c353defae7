/** "Is my account at risk": where this person's own account stands. */
import { accountStandingCard } from '../../cards/account-standing/account-standing-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { accountOfPerson } from '../../hygiene/account-of-person.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import {
  ANOTHER_RULE_IS_EARLIER,
  daysLeftWords,
  headlineFor,
  NO_ACCOUNT_FOUND,
  ONLY_IN_PERSONAL_CHAT,
  reportAge,
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
  const { account, standing, earlier, earlierTitle, organisation, reportDate, reportAgeInDays, tooOld } =
    result;
  turn.say({
    card: accountStandingCard({
      address: account.address,
      organisation,
      stage: standing.stage,
      stageTitle: stageTitles[standing.stage],
      headline: earlier ? `${headlineFor(standing)} ${ANOTHER_RULE_IS_EARLIER}` : headlineFor(standing),
      date: standing.happensOn ? sayDay(standing.happensOn) : '',
      daysLeft: daysLeftWords(standing.daysLeft),
      why: standing.why,
      rule: standing.rule,
      ruleSource: standing.source,
      other:
        earlier?.happensOn && earlier.what
          ? [
              {
                text: `Another rule (${earlierTitle}) gives an earlier day: ${earlier.what ?? 'changed'} on ${sayDay(earlier.happensOn)}.`,
                source: earlier.source,
              },
            ]
          : [],
      doNow: standing.doNow,
      reportDate: sayDay(reportDate),
      reportAge: reportAge(reportAgeInDays, tooOld),
      ask: standing.ask,
    }),
  });
}

/** "Hygiene report": an administrator's accounts by stage, and the ones due soonest. */
import { hygieneReportCard } from '../../cards/hygiene-report/hygiene-report-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import { hygieneReport } from '../../hygiene/account-report.ts';
import type { Organisation } from '../../hygiene/administrators.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import { STAGES } from '../../hygiene/stage-of.ts';
import { administeredBy } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { daysLeftWords, ONLY_IN_PERSONAL_CHAT, reportAge, stageTitles, whyNoSend } from './messages.ts';
import { profilesFor } from './my-account.ts';

/** The organisations that this person may see now, or a kind refusal that shows nothing. */
export async function organisationsFor(turn: Turn, deps: DialogDeps): Promise<Organisation[] | undefined> {
  if (turn.scope !== 'personal') {
    turn.say({ card: messageCard(ONLY_IN_PERSONAL_CHAT) });
    return undefined;
  }
  const organisations = await administeredBy(turn, deps);
  if (organisations.length > 0) return organisations;
  turn.say({ card: notAdministratorCard() });
  return undefined;
}

export async function showReport(turn: Turn, deps: DialogDeps): Promise<void> {
  const organisations = await organisationsFor(turn, deps);
  if (!organisations) return;
  const [profile] = profilesFor(deps);
  const day = dayIn(deps.timeZone, turn.now);
  for (const organisation of organisations) {
    const report = await hygieneReport(deps.database, [organisation.odsCode], profile, day);
    const whyNot = whyNoSend({
      chosen: deps.profile !== undefined,
      hasReport: report.reportDate !== undefined,
      tooOld: report.tooOld,
    });
    turn.say({
      card: hygieneReportCard({
        organisation: `${organisation.name} (${organisation.odsCode})`,
        counts: STAGES.map((stage) => ({
          stage,
          title: stageTitles[stage],
          count: report.counts[stage],
        })).filter(({ count }) => count > 0),
        dueSoonest: report.dueSoonest.map(({ name, address, date, daysLeft }) => ({
          name,
          address,
          date: sayDay(date),
          daysLeft: daysLeftWords(daysLeft),
        })),
        total: report.total,
        profileLine: `${profile.title}. Source: ${profile.source}`,
        reportLine: report.reportDate
          ? `${sayDay(report.reportDate)}, ${reportAge(report.ageInDays ?? 0, report.tooOld)}`
          : 'no report yet',
        canSend: whyNot === '',
        whyNot,
        ods: organisation.odsCode,
      }),
    });
  }
}

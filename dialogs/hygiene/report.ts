/** "Hygiene report": an administrator's accounts by stage, and one list of them after the other. */

import type { Organisation } from '../../access/administrators.ts';
import { hygieneReportCard } from '../../cards/hygiene-report/hygiene-report-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import { type HygieneReport, hygieneReport } from '../../hygiene/account-report.ts';
import { type Day, dayIn } from '../../hygiene/day.ts';
import { STAGES } from '../../hygiene/stage-of.ts';
import { administeredBy } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { ONLY_IN_PERSONAL_CHAT, stageTitles, whyNoSend } from './messages.ts';
import { profilesFor } from './my-account.ts';
import { EVERY_ORGANISATION, FIRST_PLACE, filterOf, listOf, type ReportPlace } from './place.ts';
import {
  accountLine,
  awayLine,
  CHOOSE_ONE_TO_SEND,
  listDetail,
  listTitle,
  notYours,
  organisationLine,
  otherOrganisations,
  reportLine,
  STAGE_CHOICES,
  tooOldLine,
} from './report-messages.ts';

/** So that the card fits a phone. */
const ON_A_PAGE = 5;
/** With more than these the card would be too big for Teams, and nobody finds one in so long a list. */
const MOST_CHOICES = 60;

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

/** @param inPlace a button of an earlier page was pressed: the new one takes its place. */
export async function showReport(
  turn: Turn,
  deps: DialogDeps,
  place: ReportPlace = FIRST_PLACE,
  inPlace = false,
): Promise<void> {
  const organisations = await organisationsFor(turn, deps);
  if (!organisations) return;
  const chosen = place.ods ? organisations.find(({ odsCode }) => odsCode === place.ods) : undefined;
  if (place.ods && !chosen) return turn.say({ card: messageCard(notYours(place.ods)) });
  const day = dayIn(deps.timeZone, turn.now);
  const report = await hygieneReport(deps.database, {
    reader: turn.person,
    profile: profilesFor(deps)[0],
    day,
    now: turn.now,
    filter: filterOf(place),
    page: place.page,
    pageSize: ON_A_PAGE,
  });
  const one = chosen ?? (organisations.length === 1 ? organisations[0] : undefined);
  turn.say({ card: cardOf(deps, report, { place, day, organisations, one }), inPlace });
}

interface Shown {
  place: ReportPlace;
  day: Day;
  organisations: readonly Organisation[];
  /** The only one that is shown. */
  one: Organisation | undefined;
}

function cardOf(deps: DialogDeps, report: HygieneReport, { place, day, organisations, one }: Shown) {
  const [profile] = profilesFor(deps);
  const isOpening = place.stage === '' && place.find === '' && report.page === 1;
  const whyNot = one
    ? whyNoSend({
        chosen: deps.profile !== undefined,
        hasReport: report.reportDate !== undefined,
        tooOld: report.tooOld,
      })
    : CHOOSE_ONE_TO_SEND;
  return hygieneReportCard({
    organisation: one ? nameOf(one) : `All your organisations (${organisations.length})`,
    counts: isOpening ? countsOf(report) : [],
    total: report.total,
    away: isOpening ? awayLine(report.away, report.awayEnded) : '',
    organisations:
      isOpening && !one
        ? report.organisations.map((each) => ({
            name: nameOf(each),
            ods: each.odsCode,
            detail: organisationLine(each),
          }))
        : [],
    moreOrganisations:
      isOpening && !one ? otherOrganisations(organisations.length - report.organisations.length) : '',
    listTitle: report.total > 0 ? listTitle(place) : '',
    listDetail: listDetail(report.accounts.length, (report.page - 1) * ON_A_PAGE, report.matching),
    accounts: report.accounts.map((account) => accountLine(account, place, day)),
    pages: report.pages,
    place: { ...place, ods: one?.odsCode ?? '', page: report.page },
    organisationChoices:
      organisations.length > 1 && organisations.length <= MOST_CHOICES
        ? [
            { title: 'All organisations', value: EVERY_ORGANISATION },
            ...organisations.map((each) => ({ title: nameOf(each), value: each.odsCode })),
          ]
        : [],
    typedOrganisation: organisations.length > MOST_CHOICES,
    stageChoices: STAGE_CHOICES,
    chosen: { ods: one?.odsCode ?? EVERY_ORGANISATION, stage: listOf(place) },
    profileLine: `${profile.title}. Source: ${profile.source}`,
    reportLine: reportLine(report, !one),
    tooOld: tooOldLine(report, profile),
    canSend: whyNot === '',
    whyNot,
  });
}

function countsOf({ counts }: HygieneReport) {
  return STAGES.map((stage) => ({ stage, title: stageTitles[stage], count: counts[stage] })).filter(
    ({ count }) => count > 0,
  );
}

function nameOf({ name, odsCode }: { name: string; odsCode: string }): string {
  return `${name} (${odsCode})`;
}

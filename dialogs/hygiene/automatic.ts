/** "Automatic warnings": a dry run first, then on; off at any time. Every step asks again who it is. */
import { automaticWarningsCard } from '../../cards/automatic-warnings/automatic-warnings-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import type { SwitchQuestion } from '../../hygiene/automatic/automatic-switch.ts';
import { turnOff, turnOn } from '../../hygiene/automatic/automatic-switch.ts';
import { type AutomaticView, finishOf, viewAutomatic } from '../../hygiene/automatic/automatic-view.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { warningCandidates } from '../../hygiene/warning-candidates.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import {
  CANNOT_TURN_ON,
  CHOOSE_ONE,
  NO_REPORT_YET,
  offLines,
  onLines,
  TURNED_ON,
  turnedOff,
} from './automatic-messages.ts';
import { sayHours } from './hour-words.ts';
import { NO_PROFILE_CHOSEN, proposalRefused } from './messages.ts';
import { organisationsFor } from './report.ts';
import { reportLine } from './report-messages.ts';

const LISTED = 10;

/** The organisation and the rule, or nothing after having said why not. @param odsCode empty for the only one. */
export async function organisationToSwitch(turn: Turn, deps: DialogDeps, odsCode: string) {
  const organisations = await organisationsFor(turn, deps);
  if (!organisations) return undefined;
  const { profile } = deps;
  const organisation =
    odsCode === '' && organisations.length === 1
      ? organisations[0]
      : organisations.find((each) => each.odsCode === odsCode);
  if (organisation && profile) return { organisation, profile };
  if (!organisation) turn.say({ card: odsCode === '' ? messageCard(CHOOSE_ONE) : notAdministratorCard() });
  else turn.say({ card: messageCard(NO_PROFILE_CHOSEN) });
  return undefined;
}

export async function showAutomatic(
  turn: Turn,
  deps: DialogDeps,
  odsCode: string,
  { done = '', inPlace = false } = {},
): Promise<void> {
  const found = await organisationToSwitch(turn, deps, odsCode);
  if (!found) return;
  const { organisation, profile } = found;
  const view = await viewAutomatic(deps.database, {
    ...switchQuestion(turn, deps, profile),
    odsCode: organisation.odsCode,
  });
  switch (view.outcome) {
    case 'not-administrator':
      return turn.say({ card: notAdministratorCard() });
    case 'no-report':
      return turn.say({ card: messageCard(NO_REPORT_YET) });
    case 'report-too-old':
      return turn.say({ card: messageCard(proposalRefused(view)) });
    default:
      turn.say({
        inPlace,
        card: automaticWarningsCard({
          organisation: `${organisation.name} (${organisation.odsCode})`,
          ods: organisation.odsCode,
          done,
          ...statusOf(
            turn,
            deps,
            profile,
            view,
            await atNextHours(turn, deps, profile, organisation.odsCode, view),
          ),
          hours: sayHours(view.settings.hours),
          profileLine: `${profile.title}. Source: ${profile.source}`,
          reportLine: view.report ? reportLine(view.report) : '',
        }),
      });
  }
}

type Shown = Extract<AutomaticView, { outcome: 'on' | 'off' }>;

/** Those who can be reached and have not been warned: they are planned on the day of the next hours. */
async function atNextHours(
  { person, now }: Turn,
  { database, timeZone }: DialogDeps,
  profile: LifecycleProfile,
  odsCode: string,
  view: Shown,
): Promise<number> {
  if (view.outcome === 'off' || !view.report || view.report.tooOld || view.isAnotherRule) return 0;
  const { candidates } = await warningCandidates(database, {
    odsCode,
    reader: person,
    tenantId: person.tenantId,
    now,
    profile,
    day: dayIn(timeZone, now),
    reportDate: view.report.reportDate,
  });
  return candidates.filter((candidate) => candidate.person).length;
}

function statusOf(
  { now }: Turn,
  { timeZone, sendsPerSecond: perSecond }: DialogDeps,
  profile: LifecycleProfile,
  view: Shown,
  atNext: number,
) {
  if (view.outcome === 'on') {
    const lines = onLines(view, atNext, profile, { timeZone, now });
    return { isOn: true, lines, recipients: [], more: 0, sendId: '' };
  }
  const { reachable = 0, unreachable = 0, recipients = [] } = view.proposal ?? {};
  const finish =
    reachable > 0 ? finishOf(view.settings.hours, { count: reachable, perSecond, now, timeZone }) : undefined;
  return {
    isOn: false,
    lines: offLines({ reachable, unreachable, finish }, profile, { timeZone, now }),
    recipients: recipients
      .toSorted((one, other) => Number(other.reachable) - Number(one.reachable))
      .slice(0, LISTED)
      .map(({ name, address, why, reachable: reached }) => ({
        name,
        address,
        why,
        reach: reached ? ('in Teams' as const) : ('cannot be reached here' as const),
      })),
    more: Math.max(recipients.length - LISTED, 0),
    sendId: view.sendId,
  };
}

export async function turnAutomaticOn(turn: Turn, deps: DialogDeps, sendId: string): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const { profile } = deps;
  if (!profile) return turn.say({ card: messageCard(NO_PROFILE_CHOSEN) });
  const result = await turnOn(deps.database, { ...switchQuestion(turn, deps, profile), sendId });
  if (result.outcome !== 'on') {
    return turn.say({ card: messageCard(CANNOT_TURN_ON[result.outcome]), inPlace: true });
  }
  deps.wakeDelivery();
  await showAutomatic(turn, deps, result.odsCode, { done: TURNED_ON, inPlace: true });
}

export async function turnAutomaticOff(turn: Turn, deps: DialogDeps, odsCode: string): Promise<void> {
  const found = await organisationToSwitch(turn, deps, odsCode);
  if (!found) return;
  const question = switchQuestion(turn, deps, found.profile);
  const planned = await turnOff(deps.database, { ...question, odsCode: found.organisation.odsCode });
  if (!planned) return turn.say({ card: notAdministratorCard(), inPlace: true });
  await showAutomatic(turn, deps, found.organisation.odsCode, { done: turnedOff(planned), inPlace: true });
}

export function switchQuestion(turn: Turn, { timeZone }: DialogDeps, profile: LifecycleProfile) {
  const { person: administrator, now } = turn;
  return { administrator, profile, day: dayIn(timeZone, now), now, timeZone } satisfies SwitchQuestion;
}

/** Words about warnings that go out by themselves. */
import { counted } from '../../cards/counted.ts';
import type { AutomaticView } from '../../hygiene/automatic/automatic-view.ts';
import type { Planned } from '../../hygiene/automatic/plan-warnings.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';
import type { LifecycleProfile } from '../../hygiene/lifecycle-profile.ts';
import { nextOpening } from '../../hygiene/working-hours.ts';
import { sayMoment } from './hour-words.ts';

const REPORT = { title: 'Hygiene report', say: 'hygiene report' };

export interface Finish {
  start: Date;
  end: Date;
}

interface Moment {
  timeZone: string;
  now: Date;
}

const NOTHING_YET = 'Nothing is sent until you turn them on.';

/** What the dry run says besides the names. @param finish nothing when nobody can be reached. */
export function offLines(
  { reachable, unreachable, finish }: { reachable: number; unreachable: number; finish: Finish | undefined },
  profile: LifecycleProfile,
  { timeZone, now }: Moment,
): string[] {
  const people = (count: number) => counted(count, 'person', 'people');
  const would =
    reachable > 0
      ? `${people(reachable)} would get a warning in Teams now.`
      : 'Nobody would get a warning now.';
  const others =
    unreachable > 0 ? ` ${people(unreachable)} cannot be reached here. Please tell them another way.` : '';
  const when = finish
    ? [
        `The first would go at ${sayMoment(finish.start, timeZone, now)}. The last would go by ${sayMoment(finish.end, timeZone, now)}.`,
      ]
    : [];
  return [NOTHING_YET, would + others, ...when, afterwardsLine(profile)];
}

function afterwardsLine({ warningPoints }: LifecycleProfile): string {
  const last = warningPoints.at(-1);
  const points =
    warningPoints.length > 1 ? `${warningPoints.slice(0, -1).join(', ')} and ${last}` : `${last}`;
  return `After that I look every day. Each person gets one warning at each of these points: ${points} days before.`;
}

/** @param atNextHours how many would go out when the next hours begin, as accounts stand now. */
export function onLines(
  { settings, waiting, report, isAnotherRule }: Extract<AutomaticView, { outcome: 'on' }>,
  atNextHours: number,
  { reportMaxAgeDays }: LifecycleProfile,
  { timeZone, now }: Moment,
): string[] {
  const since = settings.turnedOnAt ? [`On since ${sayDay(dayIn(timeZone, settings.turnedOnAt))}.`] : [];
  if (isAnotherRule) {
    return [
      ...since,
      'Nothing is sent now: another rule is in force since. Turn them off, and look at a new dry run.',
    ];
  }
  if (!report) return [...since, 'Nothing is sent now: there is no report. Bring in a report.'];
  if (report.tooOld) {
    return [
      ...since,
      `Nothing is sent now: the report is ${counted(report.ageInDays, 'day')} old, and this rule allows ${reportMaxAgeDays}. Bring in a newer one.`,
    ];
  }
  const goOut = waiting === 1 ? '1 warning goes out today.' : `${counted(waiting, 'warning')} go out today.`;
  const { from } = nextOpening(settings.hours, now, timeZone);
  const opens = sayMoment(from, timeZone, now);
  const atOpening = `${counted(atNextHours, 'warning')} ${atNextHours === 1 ? 'goes' : 'go'} at ${opens}.`;
  if (from > now && atNextHours > 0) return [...since, ...(waiting > 0 ? [goOut] : []), atOpening];
  const next = from > now ? [`The next hours begin at ${opens}.`] : [];
  return [...since, waiting > 0 ? goOut : 'No warning waits to be sent now.', ...next];
}

export function turnedOff({ cancelled }: Planned): string {
  if (cancelled === 0) return 'Turned off.';
  return cancelled === 1
    ? 'Turned off. 1 warning that was planned is not sent.'
    : `Turned off. ${counted(cancelled, 'warning')} that were planned are not sent.`;
}

export const TURNED_ON =
  'Turned on. A digest comes each Monday at 8am. You can choose another time, or none.';
export const HOURS_KEPT = 'The hours are kept.';

export const CANNOT_TURN_ON = {
  used: {
    title: 'This dry run was used already',
    text: 'Open automatic warnings again to see how they stand.',
    buttons: [{ title: 'Automatic warnings', say: 'automatic warnings' }, REPORT],
  },
  expired: {
    title: 'This dry run is out of date',
    text: 'Please look at a new one. Nothing was turned on.',
    buttons: [{ title: 'Automatic warnings', say: 'automatic warnings' }, REPORT],
  },
  'not-yours': {
    title: 'I cannot do that for you',
    text: 'Only the administrator who asked for this dry run can decide on it. Nothing was turned on.',
    buttons: [REPORT],
  },
};

export const CHOOSE_ONE = {
  title: 'Which organisation?',
  text: 'Open the hygiene report and choose one organisation. Then choose automatic warnings.',
  buttons: [REPORT],
};

export const NO_REPORT_YET = {
  title: 'There is no report yet',
  text: 'Bring in a mailbox report first. Then you can see who would be warned.',
  buttons: [REPORT],
};

export const HOURS_PROBLEMS = {
  'ends-before-it-begins': 'The hours end before they begin. Choose a later end.',
  'no-hours': 'Choose from when and until when.',
  'no-days': 'Choose at least one day.',
};

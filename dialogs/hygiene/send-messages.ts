/** Words about a send that is under way, or over. */
import { counted } from '../../cards/counted.ts';
import { dayIn, sayDay } from '../../hygiene/day.ts';

const REPORT = [{ title: 'Hygiene report', say: 'hygiene report' }];
const MINUTE = 60;
const MINUTE_MS = 60_000;
const MINUTES_IN_HOUR = 60;

/** @param seconds null while it cannot be said. */
export function timeLeftWords(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < MINUTE) return 'Less than a minute to go.';
  const all = Math.ceil(seconds / MINUTE);
  const hours = Math.floor(all / MINUTES_IN_HOUR);
  const minutes = all % MINUTES_IN_HOUR;
  const parts = [hours > 0 ? counted(hours, 'hour') : '', minutes > 0 ? counted(minutes, 'minute') : ''];
  return `About ${parts.filter(Boolean).join(' and ')} to go.`;
}

/** The minute in which it is over: "10:04 today", or with the day. */
export function finishWords(end: Date, now: Date, timeZone: string): string {
  const minute = new Date(Math.ceil(end.getTime() / MINUTE_MS) * MINUTE_MS);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(minute);
  const day = dayIn(timeZone, minute);
  return `${clock} ${day === dayIn(timeZone, now) ? 'today' : `on ${sayDay(day)}`}`;
}

export function finishedMessage(organisation: string, sent: number, notReached: number) {
  const missed = notReached > 0 ? ` ${counted(notReached, 'person', 'people')} could not be reached.` : '';
  return {
    title: 'Your send is finished',
    text: `${organisation}: ${counted(sent, 'warning')} sent.${missed} The card above has the report.`,
    buttons: REPORT,
  };
}

export const NO_LONGER_YOURS = {
  title: 'This send is no longer shown to you',
  text: 'You do not administer that organisation any more. Another administrator can see its accounts.',
  buttons: [],
};

export const NOT_YOUR_SEND = {
  title: 'I cannot do that for you',
  text: 'Only the administrator who asked for this send can do that. Nothing was changed.',
  buttons: [{ title: 'Menu', say: 'menu' }],
};

export const NOT_STARTED = {
  title: 'Nothing is being sent',
  text: 'This send was never started, so there is nothing to stop or to save.',
  buttons: REPORT,
};

export const STILL_UNDER_WAY = {
  title: 'This send is still under way',
  text: 'Its report comes when it is over. Save it then.',
  buttons: [],
};

export const EVERYBODY_WAS_REACHED = {
  title: 'Everybody was reached',
  text: 'There is nobody to put into a file.',
  buttons: REPORT,
};

export const NO_FILE = {
  title: 'No file was made',
  text: 'You can save it later from the same card.',
  buttons: [],
};

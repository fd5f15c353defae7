/** Words about a send that is under way, or over. */
import { counted } from '../../cards/counted.ts';

const REPORT = [{ title: 'Hygiene report', say: 'hygiene report' }];
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** @param seconds null while it cannot be said. */
export function timeLeftWords(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < MINUTE) return 'Less than a minute to go.';
  if (seconds < HOUR) return `About ${counted(Math.ceil(seconds / MINUTE), 'minute')} to go.`;
  const minutes = Math.ceil((seconds % HOUR) / MINUTE);
  const hours = counted(Math.floor(seconds / HOUR), 'hour');
  return `About ${hours}${minutes > 0 ? ` and ${counted(minutes, 'minute')}` : ''} to go.`;
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

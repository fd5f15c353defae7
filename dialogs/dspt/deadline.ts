/** The next deadline of the toolkit: 31 March in the 2020 slides, 30 June as published since 2021. */
import { dayIn, daysBetween, sayDay } from '../../hygiene/day.ts';

const PUBLISHED_DEADLINE = '06-30';
const SOURCE = 'dsptoolkit.nhs.uk since 2021. The 2020 slides say 31 March';

/** @returns text for the card: the day, how long it is until then, and who says so. */
export function nextDeadline(
  now: Date,
  timeZone: string,
): { date: string; daysLeft: string; source: string } {
  const today = dayIn(timeZone, now);
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-${PUBLISHED_DEADLINE}`;
  const deadline = today <= thisYear ? thisYear : `${year + 1}-${PUBLISHED_DEADLINE}`;
  const days = daysBetween(today, deadline);
  const daysLeft = days === 0 ? 'today' : days === 1 ? '1 day left' : `${days} days left`;
  return { date: sayDay(deadline), daysLeft, source: SOURCE };
}

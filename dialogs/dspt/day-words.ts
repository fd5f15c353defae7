/** Words for deadlines and for the age of the status file. */
import { sayDay } from '../../hygiene/day.ts';

export function daysLeftWords(days: number): string {
  return days === 0 ? 'today' : days === 1 ? '1 day left' : `${days} days left`;
}

export function fileAgeWords(takenOn: string, days: number): string {
  if (days <= 0) return `The status file is from today, ${sayDay(takenOn)}.`;
  const age = days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
  return `The status file is of ${sayDay(takenOn)}, ${age} old.`;
}

export function deadlineSource(monthDay: string): string {
  if (monthDay === '06-30') return 'dsptoolkit.nhs.uk since 2021. The 2020 slides say 31 March';
  return monthDay === '03-31'
    ? 'The 2020 slides. Published since 2021: 30 June'
    : 'Set by your service team. The 2020 slides say 31 March; published since 2021: 30 June';
}

/** The yearly deadline, and which edition it makes the latest: days are `YYYY-MM-DD`, the rule is `MM-DD`. */

const MS_PER_DAY = 86_400_000;

export interface Deadline {
  day: string;
  /** 0 on the day itself. */
  daysLeft: number;
}

/** The next deadline, today's included. */
export function nextDeadline(today: string, monthDay: string): Deadline {
  const year = Number(today.slice(0, 4));
  const day = today.slice(5) <= monthDay ? `${year}-${monthDay}` : `${year + 1}-${monthDay}`;
  return { day, daysLeft: (Date.parse(day) - Date.parse(today)) / MS_PER_DAY };
}

/** The edition whose deadline was the last to pass: on 1 December 2026, with 30 June, `25/26`. */
export function lastEditionDue(today: string, monthDay: string): string {
  const next = Number(nextDeadline(today, monthDay).day.slice(0, 4));
  return `${twoDigits(next - 2)}/${twoDigits(next - 1)}`;
}

/** True while no later edition has been due. Holds for editions of this century. */
export function isCurrentEdition(edition: string, today: string, monthDay: string): boolean {
  return edition >= lastEditionDue(today, monthDay);
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}

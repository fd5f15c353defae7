/** Dates of the download are day first, dd/mm/yyyy. Anything else is refused rather than guessed. */

export type ReadDate =
  | { day: string | null }
  /** `american` when it can only be the month first: then every other date of the file is in doubt too. */
  | { problem: string; american?: true };

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4})$/;

/** @returns null for an empty date: the toolkit gives none where nothing was published. */
export function readDate(text: string): ReadDate {
  const trimmed = text.trim();
  if (!trimmed) return { day: null };
  const [, first = '', second = '', year = ''] = DAY_FIRST.exec(trimmed) ?? [];
  if (!year) return { problem: `the date "${shortened(trimmed)}" is not written as dd/mm/yyyy` };
  if (Number(second) > 12 && Number(first) >= 1 && Number(first) <= 12) {
    return { problem: `the date "${trimmed}" has the month first, as in America`, american: true };
  }
  const day = `${year}-${second}-${first}`;
  return isDay(day) ? { day } : { problem: `there is no such day as "${trimmed}"` };
}

/** True for a day, `YYYY-MM-DD`, that is in the calendar. */
export function isDay(day: string): boolean {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || month < 1 || month > 12 || date < 1) return false;
  // Day 0 of the next month is the last of this one.
  return date <= 28 || date <= new Date(Date.UTC(Number(day.slice(0, 4)), month, 0)).getUTCDate();
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

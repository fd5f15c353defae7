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

/** True for a day that is in the calendar. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

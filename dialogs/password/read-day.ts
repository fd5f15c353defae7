/** Reads a day that has been: from a date picker, or from words such as "3 March", "last week" or "ten days ago". */
import { addDays, addMonths, type Day } from '../../hygiene/day.ts';

export interface ReadDay {
  day: Day;
  /** False when the words can mean several days: `day` is then the earliest, so that nothing runs out unseen. */
  exact: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+(\\d{4}))?';
const NUMBERS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
/** As it is written in this country: the day, then the month. */
const SLASHES = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/.-]*\d)/;
const DAY_OF_MONTH = new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH}\\b${YEAR}`);
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(?:the\\s+)?${DAY}\\b${YEAR}`);
const WHOLE_MONTH = new RegExp(`\\b(?:in|last|during|around|about|early|late|mid)[\\s-]+${MONTH}\\b${YEAR}`);
const MONTH_ALONE = new RegExp(`^${MONTH}${YEAR}[.!]*$`);
const AGO = new RegExp(`\\b(\\d{1,3}|an|${NUMBERS.join('|')}) (day|week|month|year)s? ago\\b`);
const WEEKDAY = /\b(?:on|last|this) (mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/;

/**
 * @param today a day without a year is its last one up to today.
 * @returns undefined when the words name no day. A day may be after today: the caller says what is wrong with it.
 */
export function readDay(words: string, today: Day): ReadDay | undefined {
  const text = words.trim().toLowerCase();
  return numeric(text, today) ?? named(text, today) ?? relative(text, today);
}

/** True for words in the form of a day, be there such a day or not: 31/02/2026, 31 April. */
export function writesDay(words: string): boolean {
  const text = words.trim().toLowerCase();
  return [ISO, SLASHES, DAY_OF_MONTH, MONTH_DAY].some((form) => form.test(text));
}

function numeric(text: string, today: Day): ReadDay | undefined {
  const iso = ISO.exec(text);
  if (iso) return exactly(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashes = SLASHES.exec(text);
  if (!slashes) return undefined;
  const [, day, month, year] = slashes.map(Number);
  if (slashes[3] === undefined) return lately(Number(month), Number(day), today);
  return exactly(Number(year) < 100 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
}

function named(text: string, today: Day): ReadDay | undefined {
  const day = DAY_OF_MONTH.exec(text);
  if (day) return onDay(monthOf(day[2]), Number(day[1]), day[3], today);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return onDay(monthOf(monthDay[1]), Number(monthDay[2]), monthDay[3], today);
  const month = WHOLE_MONTH.exec(text) ?? MONTH_ALONE.exec(text);
  const first = month ? onDay(monthOf(month[1]), 1, month[2], today) : undefined;
  return first && { ...first, exact: false };
}

function relative(text: string, today: Day): ReadDay | undefined {
  if (/\btoday\b|\bjust now\b|\bthis morning\b/.test(text)) return { day: today, exact: true };
  if (/\byesterday\b/.test(text)) return { day: addDays(today, -1), exact: true };
  const ago = AGO.exec(text);
  if (ago) {
    const count = ago[1] === 'an' ? 1 : Number(ago[1]) || Math.max(NUMBERS.indexOf(ago[1] ?? ''), 1);
    switch (ago[2]) {
      case 'day':
        return { day: addDays(today, -count), exact: true };
      case 'week':
        return { day: addDays(today, -7 * count), exact: false };
      default:
        return { day: addMonths(today, ago[2] === 'year' ? -12 * count : -count), exact: false };
    }
  }
  const weekday = WEEKDAY.exec(text)?.[1];
  if (weekday) {
    const back = (weekdayOf(today) - WEEKDAYS.indexOf(weekday.slice(0, 3)) + 7) % 7 || 7;
    return { day: addDays(today, -back), exact: true };
  }
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  if (/\bthis week\b/.test(text)) return { day: monday, exact: false };
  if (/\blast week\b/.test(text)) return { day: addDays(monday, -7), exact: false };
  const first = `${today.slice(0, 8)}01`;
  if (/\bthis month\b/.test(text)) return { day: first, exact: false };
  if (/\blast month\b/.test(text)) return { day: addMonths(first, -1), exact: false };
  return undefined;
}

function onDay(month: number, day: number, year: string | undefined, today: Day): ReadDay | undefined {
  return year === undefined ? lately(month, day, today) : exactly(Number(year), month, day);
}

/** The last time it was this date. */
function lately(month: number, day: number, today: Day): ReadDay | undefined {
  const year = Number(today.slice(0, 4));
  return [year, year - 1, year - 2, year - 3, year - 4]
    .map((each) => exactly(each, month, day))
    .find((each) => each !== undefined && each.day <= today);
}

/** @returns undefined for a day that no calendar has, such as 31 April. */
function exactly(year: number, month: number, day: number): ReadDay | undefined {
  const written = [String(year).padStart(4, '0'), month, day]
    .map((each) => String(each).padStart(2, '0'))
    .join('-');
  const date = new Date(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  return exists ? { day: written, exact: true } : undefined;
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** What a card brought: it comes from the client, so it is cut to size and trusted in nothing. */

const LONGEST = 4000;

export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
}

/** @returns NaN for what is no whole number. */
export function countIn(value: unknown): number {
  const number =
    typeof value === 'number' || (typeof value === 'string' && value !== '') ? Number(value) : NaN;
  return Number.isSafeInteger(number) ? number : Number.NaN;
}

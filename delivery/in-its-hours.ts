/** A message has an end of its hours: from then on nobody may send it, however often it was tried before. */

/** @param now the placeholder of the moment, such as `$1`. @returns SQL over `owed_message`. */
export function inItsHours(now: string): string {
  return `(not_after is null or not_after > ${now}::timestamptz)`;
}

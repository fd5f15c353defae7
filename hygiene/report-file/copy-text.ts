/** Values as PostgreSQL's COPY takes them in its text form: tabs between them, a line a row. */

export const NULL = '\\N';

const CONTROL = /\p{Cc}+/gu;
const SPECIAL = /[\p{Cc}\\]/u;

/** Line breaks and tabs within a value become spaces. */
export function copyText(value: string | boolean | null): string {
  if (typeof value !== 'string') return value === null ? NULL : value ? 't' : 'f';
  return SPECIAL.test(value) ? value.replace(CONTROL, ' ').replaceAll('\\', '\\\\') : value;
}

/** For what is kept longer than its row: a part of the file's text keeps all of its surroundings in memory. */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

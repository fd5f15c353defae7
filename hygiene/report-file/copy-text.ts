/** Values as PostgreSQL's COPY takes them in its text form: tabs between them, a line a row. */

export const NULL = '\\N';

const CONTROL = /\p{Cc}+/gu;
const SPECIAL = /[\p{Cc}\\]/u;

/** Line breaks and tabs within a value become spaces. */
export function copyText(value: string | boolean | null): string {
  if (typeof value !== 'string') return value === null ? NULL : value ? 't' : 'f';
  return SPECIAL.test(value) ? value.replace(CONTROL, ' ').replaceAll('\\', '\\\\') : value;
}

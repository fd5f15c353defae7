/** Tables for a spreadsheet (RFC 4180), in which nothing that people typed can run as a formula. */

/** Spreadsheets run a cell that begins like this ("CSV Injection", OWASP), the full-width signs included. */
const RUNS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",\r\n;\t]/;
/** Tells spreadsheets that the file is UTF-8. It stands once, before the first line. */
export const BYTE_ORDER_MARK = '\ufeff';

export type Cell = string | number | boolean | null | undefined;

/** One line with its end. A cell that would run as a formula begins with an apostrophe, and is read as text. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = String(cell ?? '');
  const harmless = RUNS.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

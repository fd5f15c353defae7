/** Rows in columns, for a terminal: numbers to the right, everything else to the left. */

export type TableCell = string | number;

/** @returns lines without a line break at the end. */
export function tableOf(titles: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const texts = [titles, ...rows.map((row) => row.map(textOf))];
  const widths = titles.map((_, at) => Math.max(...texts.map((row) => row[at]?.length ?? 0)));
  const isNumber = (at: number) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number');
  return texts
    .map((row) =>
      row
        .map((text, at) => (isNumber(at) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function textOf(cell: TableCell): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell;
}

/** `2026-11-21 10:04`, as the clocks there show it. */
export function momentInWords(moment: Date | null, timeZone: string, never = ''): string {
  if (!moment) return never;
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    moment,
  );
}

/** A bar in a chart drawn with characters: Teams has no chart that a bot's card of version 1.5 may use. */

/** Narrow enough for a phone in a monospaced font. */
const WIDEST = 32;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** @returns a bar as long as `count` is to `most`: empty for none, never empty for one. */
export function bar(count: number, most: number): string {
  if (count <= 0 || most <= 0) return '';
  const eighths = Math.max(1, Math.round((Math.min(count, most) / most) * WIDEST * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

/** Reads tables of documents, for tests that hold them against the code. */

/**
 * @param heading the words of the heading under which the table stands.
 * @returns its rows without the first two lines, each as its cells.
 * @throws Error when there is no such heading, or no table under it.
 */
export function tableUnder(document: string, heading: string): string[][] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
  const section = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  const rows = section.filter((line) => line.startsWith('|')).map(cellsOf);
  if (rows.length < 3) throw new Error(`There is no table under "${heading}".`);
  return rows.slice(2);
}

/** A stroke within a cell is written `\|`. */
function cellsOf(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

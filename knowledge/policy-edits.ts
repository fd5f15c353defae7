/** What an import writes: the text, its date and version, and every place that names a clause by its old number. */
import { parseDocument } from 'yaml';
import type { PolicyChanges } from './policy-changes.ts';
import { columnOf, POLICY_FILE, type PolicyFiles, SOURCES_FILE } from './policy-files.ts';

/** One file as it is to be. Without `content` it is removed. Paths are those inside the room. */
export interface Edit {
  path: string;
  content?: string;
}

export interface NewPolicy {
  text: string;
  /** As the policy calls it, where it says so. Never a guess. */
  version: string | undefined;
  /** The day of the import, `2026-11-21`. */
  day: string;
}

/** Another clause may have the number now. What named the one that is gone must not name that one. */
export const REMOVED = '-removed';

const LINK = /\baup\/(\d+(?:\.\d+)*)/g;
const TWIN = /(\bclause:\s*["']?)(\d+(?:\.\d+)*)/g;

/**
 * Clauses keep their files under a new number; files of clauses that are gone are put aside in `aside`, for the
 * assistant must not answer from them.
 */
export function editsFor(
  files: PolicyFiles,
  changes: PolicyChanges,
  policy: NewPolicy,
  aside: string,
): Edit[] {
  const now = new Map(changes.renumbered.map(({ from, to }) => [from, to]));
  const removed = new Set(changes.removed.map(({ number }) => number));
  const renumber = (number: string) =>
    removed.has(number) ? `${number}${REMOVED}` : (now.get(number) ?? number);
  const edits: Edit[] = [
    { path: POLICY_FILE, content: policy.text },
    { path: SOURCES_FILE, content: sourcesWith(files.sources, policy, policy.text !== files.policyText) },
  ];
  for (const { path, text } of files.entries) {
    const content = text
      .replace(LINK, (_, number: string) => `aup/${renumber(number)}`)
      .replace(TWIN, (_, key: string, number: string) => `${key}${renumber(number)}`);
    const target = pathFor(path, renumber, removed, aside);
    if (content !== text || target !== path) edits.push({ path: target, content });
    if (target !== path) edits.push({ path });
  }
  for (const { path, text } of files.evaluation) {
    const content = questionsWith(text, renumber);
    if (content !== text) edits.push({ path, content });
  }
  const written = new Set(edits.flatMap(({ path, content }) => (content === undefined ? [] : [path])));
  return edits.filter(({ path, content }) => content !== undefined || !written.has(path));
}

function pathFor(
  path: string,
  renumber: (number: string) => string,
  removed: ReadonlySet<string>,
  aside: string,
): string {
  const [, number, ending] = /^entries\/aup\/(\d+(?:\.\d+)*)((?:\.phrasings)?\.yaml)$/.exec(path) ?? [];
  if (number === undefined) return path;
  return removed.has(number) ? `${aside}/${number}${ending}` : `entries/aup/${renumber(number)}${ending}`;
}

/** The file keeps its comments. A version belongs to one text: another text without one has none. */
function sourcesWith(yaml: string, { version, day }: NewPolicy, textChanged: boolean): string {
  const document = parseDocument(yaml);
  document.setIn(['aup', 'imported'], day);
  if (version !== undefined) document.setIn(['aup', 'version'], version);
  else if (textChanged) document.deleteIn(['aup', 'version']);
  return document.toString({ lineWidth: 0 });
}

function questionsWith(table: string, renumber: (number: string) => string): string {
  const accept = columnOf(table, 'accept');
  return table.replace(/[^\r\n]+/g, (line) => {
    const cells = line.split('\t');
    const cell = cells[accept];
    if (cell !== undefined) cells[accept] = cell.replace(/\d+(?:\.\d+)*/g, renumber);
    return cells.join('\t');
  });
}

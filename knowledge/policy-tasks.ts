/** What a content owner has to do after an import, as a list: the words are theirs to write. */
import type { PolicyChanges } from './policy-changes.ts';
import { REMOVED } from './policy-edits.ts';
import type { PolicyEffects } from './policy-effects.ts';

export interface TaskParts {
  changes: PolicyChanges;
  effects: PolicyEffects;
  /** The folder in the room where files of clauses that are gone are put. */
  aside: string;
}

/** @returns nothing when the new text changes nothing. */
export function tasksAfter({ changes, effects, aside }: TaskParts): string[] {
  const { added, removed, reworded, renumbered } = changes;
  if (added.length + removed.length + reworded.length + renumbered.length === 0) return [];
  const homeless = effects.homeless.reduce((sum, { count }) => sum + count, 0);
  return [
    ...added.map(
      ({ number, section }) =>
        `Write knowledge/entries/aup/${number}.yaml (title, summary, ask) and knowledge/entries/aup/${number}.phrasings.yaml (at least 60 phrasings) for the new clause ${number}, in “${section}”.`,
    ),
    ...removed.map(({ number }) => {
      const count = effects.homeless.find(({ clause }) => clause === number)?.count ?? 0;
      return `Clause ${number} is gone. Give its ${plural(count, 'phrasing')} a home: move each one from knowledge/${aside}/${number}.phrasings.yaml to the clause or known gap that answers it now.`;
    }),
    ...effects.shared.map(
      ({ clause, file, text }) =>
        `In knowledge/${file}, the phrasing “${text}” is shared with clause ${clause}, which is gone. Take aup/${clause}${REMOVED} off it.`,
    ),
    ...effects.entries
      .filter(({ gap }) => !gap)
      .map(({ file, reasons }) => `Look at knowledge/${file}: ${reasons.join('; ')}.`),
    ...gapTask(effects),
    ...evaluationTask(effects),
    ...(removed.length > 0
      ? [
          `Delete knowledge/${aside} when its ${plural(homeless, 'phrasing')} have a home, or have been let go.`,
        ]
      : []),
    'Run npm run knowledge -- train, then npm run eval, then npm test. The assistant does not start before the model is trained.',
  ];
}

/** The list as a file of its own. */
export function taskList(day: string, version: string | undefined, tasks: readonly string[]): string {
  const name = version === undefined ? '' : `, version ${version}`;
  return `# The policy’s text of ${day}${name}: what to do next\n\n${tasks.map((task) => `- [ ] ${task}`).join('\n')}\n`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The new words may answer what was a known gap: one task, for many may point to one clause. */
function gapTask({ entries }: PolicyEffects): string[] {
  const gaps = entries.filter(({ gap }) => gap);
  if (gaps.length === 0) return [];
  const list = gaps.map(({ file, reasons }) => `${file} (${reasons.join('; ')})`).join(', ');
  return [`Check that ${plural(gaps.length, 'known gap')} in knowledge/ still hold: ${list}.`];
}

function evaluationTask({ evaluation }: PolicyEffects): string[] {
  const rows = evaluation.filter(({ onlyNumbers }) => !onlyNumbers);
  return [...new Set(rows.map(({ file }) => file))].map((file) => {
    const ids = rows.filter((row) => row.file === file).map(({ id }) => id);
    return `Check which clauses answer ${plural(ids.length, 'question')} in knowledge/${file}: ${ids.join(', ')}.`;
  });
}
